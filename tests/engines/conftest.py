"""Engines are told which Python their workers are."""

import os
import sys

os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
os.environ["RAY_DATA_DISABLE_PROGRESS_BARS"] = os.environ["DO_NOT_TRACK"] = "1"
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
