"""From the records that were found in a text to its indicators."""

from .plausible import range_notices
from .text import link_indicators

__all__ = ["link_indicators", "range_notices"]
