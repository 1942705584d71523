"""Any spaCy pipeline with an entity recogniser as a tagger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from .labels import common

if TYPE_CHECKING:
    from . import Tagger


def spacy_tagger(model: object) -> Tagger:
    """Return a tagger of a spaCy pipeline; see `fupin_extract.taggers.spacy_tagger`."""
    try:
        import spacy
    except ImportError as error:
        raise ImportError("spacy_tagger needs spaCy: pip install 'fupin-extract[spacy]'") from error
    nlp: Any = spacy.load(model) if isinstance(model, str | Path) else model
    if not any(name in nlp.pipe_names for name in ("ner", "beam_ner", "entity_ruler", "span_ruler", "transformer")):
        raise ValueError(f"the pipeline {nlp.pipe_names} holds no entity recogniser")

    def tag(text: str, /) -> list[tuple[int, int, str]]:
        found = ((entity.start_char, entity.end_char, common(entity.label_)) for entity in nlp(text).ents)
        return [(start, end, label) for start, end, label in found if label]

    return tag
