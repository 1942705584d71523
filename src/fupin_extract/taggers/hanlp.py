"""A HanLP recogniser or multi-task pipeline as a tagger; its offsets count tokens, and come in no order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .labels import common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from . import Tagger

_SENTENCE = re.compile(r"[^。！？!?；;\n]*[。！？!?；;\n]?")


def hanlp_tagger(model: object) -> Tagger:
    """Return a tagger of a HanLP model; see `fupin_extract.taggers.hanlp_tagger`."""
    recognise: Any = _loaded(model) if isinstance(model, str | Path) else model

    def tag(text: str, /) -> list[tuple[int, int, str]]:
        found = []
        for match in _SENTENCE.finditer(text):
            if match[0].strip():
                found += [(match.start() + a, match.start() + b, label) for a, b, label in _names(recognise, match[0])]
        return sorted(found)

    return tag


def _loaded(path: str | Path) -> Any:
    try:
        import hanlp
    except ImportError as error:
        raise ImportError("hanlp_tagger needs HanLP to load a model: pip install 'fupin-extract[hanlp]'") from error
    return hanlp.load(str(path))


def _names(recognise: Any, sentence: str) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a sentence in its code points."""
    tokens, entities = _answer(recognise, sentence)
    starts, position = [], 0
    for token in tokens:
        at = sentence.find(token, position)
        if at < 0:
            return  # a model that rewrites its tokens gives no offsets to trust
        starts.append(at)
        position = at + len(token)
    starts.append(len(sentence))
    for entity in entities:
        label, first, last = entity[1], entity[-2], entity[-1]
        if (known := common(label)) and 0 <= first < last <= len(tokens):
            start, end = starts[first], starts[last - 1] + len(tokens[last - 1])
            blank = len(sentence[start:end]) - len(sentence[start:end].lstrip())
            if start + blank < end:
                yield start + blank, start + len(sentence[start:end].rstrip()), known


def _answer(recognise: Any, sentence: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return the tokens and the entities ``(text, label, first token, behind the last)`` that the model gives."""
    answer = recognise(sentence) if getattr(recognise, "tasks", None) else recognise(list(sentence))
    if hasattr(answer, "keys"):
        tokens = next((list(answer[key]) for key in answer if str(key).startswith("tok")), list(sentence))
        entities = next((list(answer[key]) for key in answer if str(key).startswith("ner")), [])
        return tokens, entities
    return list(sentence), list(answer)
