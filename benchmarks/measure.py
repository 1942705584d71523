"""How a figure is taken: CPU time of this process, work that is given up after a while, work in a process of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent


class TooLong(Exception):  # noqa: N818  it is no error: the limit is what was asked for
    """Work took more CPU time than it was given."""


def cpu(work: Callable[[], object], passes: int = 1) -> float:
    """Return the least CPU time of some runs of work, in seconds."""
    least = float("inf")
    for _ in range(passes):
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return least


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TooLong` within the block when it has taken that much CPU time; a platform without such timers never does."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def within(seconds: float, work: Callable[[], object]) -> float | None:
    """Return the CPU time of work, or None where it takes more than so many seconds."""
    try:
        with at_most(seconds):
            return cpu(work)
    except TooLong:
        return None


def peak() -> float | None:
    """Return the most memory that this process has held so far, in MB; None where the platform does not tell."""
    told = Path("/proc/self/status")
    if told.exists():  # what getrusage tells on Linux may be the peak of the process that started this one
        lines = [line for line in told.read_text().splitlines() if line.startswith("VmHWM:")]
        if lines:
            return int(lines[0].split()[1]) / 1024
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def fresh(function: str, *arguments: object, limit: float = 600.0) -> dict[str, Any] | None:
    """Return what a function returns in a new process, or None where it takes longer than the limit in seconds.

    Args:
        function: ``module:name`` within this package; it returns a dict that JSON can hold.
        arguments: what JSON can hold.
        limit: of elapsed time; then the process is ended.

    Raises:
        RuntimeError: the process failed; with the last line that it wrote.
    """
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.measure", function, json.dumps(arguments)]
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    # pip compiles what it installs; from a checkout the bytecode is kept apart, made by the first run.
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONPYCACHEPREFIX": str(Path(gettempdir()) / "fupin_pycache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        ran = subprocess.run(
            command, capture_output=True, text=True, timeout=limit, check=False, env=environment, encoding="utf-8"
        )
    except subprocess.TimeoutExpired:
        return None
    if ran.returncode:
        raise RuntimeError((ran.stderr.strip() or f"{function} ended with {ran.returncode}").splitlines()[-1])
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])  # what a peer prints stands before it
    return found


def _child(function: str, arguments: str) -> None:
    module, _, name = function.partition(":")
    work: Callable[..., object] = getattr(import_module(f"benchmarks.{module}"), name)
    print("\n" + json.dumps(work(*json.loads(arguments))))


if __name__ == "__main__":
    _child(*sys.argv[1:])
