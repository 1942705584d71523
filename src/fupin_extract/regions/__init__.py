"""Regions: the places that a text names or points at, resolved, and the place that it is about.

`survey_places` reads them all: the mentions, the places in the names of bodies, what the text is about. `find_regions` returns
the mentions alone, `focus_region` the record of the place that the text as a whole is about.
"""

from .survey import Survey, find_regions, focus_region, survey_places

__all__ = ["Survey", "find_regions", "focus_region", "survey_places"]
