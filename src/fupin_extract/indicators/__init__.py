"""Indicators: what each quantity measures, where, when, against what.

`link_indicators` reads the text sentence by sentence. The words around a number give its name and kind (`names`),
the places and times before it its scope (`scope`), the words of the clause its terms (`terms`).
"""

from .areas import leading_area
from .linking import link_indicators
from .plausible import range_notices

__all__ = ["leading_area", "link_indicators", "range_notices"]
