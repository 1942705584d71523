"""Regions: the places that a text names or points at, and the one it is about.

`find_regions` returns the mentions, `seats` the places in the names of public bodies, `places_of_bodies` those in the names of
all bodies, `focus_region` the place that the text as a whole is about.
"""

from .survey import find_regions, focus_region, places_of_bodies, seats

__all__ = ["find_regions", "focus_region", "places_of_bodies", "seats"]
