"""Regions: the places that a text names or points at, and the one it is about.

`find_regions` returns the mentions, `seats` the places in the names of public bodies, `focus_region` the place that the
text as a whole is about.
"""

from .survey import find_regions, focus_region, seats

__all__ = ["find_regions", "focus_region", "seats"]
