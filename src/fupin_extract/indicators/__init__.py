"""Indicators: what each quantity measures, where, when, against what.

A text is read sentence by sentence (`sentences`), number by number (`linking`). The words around a number (`phrases`) give its
name and kind (`names`); the places and times before it where and when it holds (`places`, `times`, `scope`); its clause whether
it was reached, and per what (`terms`); `lists` are values that stand together. docs/architecture.md says which of these may
import which.
"""

from .linking import link_indicators, range_notices
from .places.areas import leading_area

__all__ = ["leading_area", "link_indicators", "range_notices"]
