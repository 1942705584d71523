"""Taggers: what finds the names of bodies that no rule can know, and the border that plain tuples cross.

A tagger is any callable that takes a text and returns ``(start, end, label)`` in code points of that text, with the labels
``ORG``, ``LOC`` and ``PER``; others are passed over. `embedded_tagger` comes with the library; `spacy_tagger` and
`hanlp_tagger` make one of a model that the caller has. Nothing is downloaded here, and no library is imported before it is
asked for.

>>> import fupin_extract as fx
>>> def always(text):
...     return [(0, 3, "ORG")]
>>> [o.text for o in fx.extract("阿姨帮公司扩大招工。", tagger=always).organisations]
['阿姨帮公司']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Tagger", "embedded_tagger", "hanlp_tagger", "spacy_tagger"]


class Tagger(Protocol):
    """What finds names in a text."""

    def __call__(self, text: str, /) -> Iterable[tuple[int, int, str]]:
        """Return the spans ``(start, end, label)`` of names, in code points of the text."""
        ...


def embedded_tagger(text: str, /) -> list[tuple[int, int, str]]:
    """Return the names that the tagger of the library finds in a text, in text order.

    The model is loaded on the first call; `models/name_tagger/README.md` says what it was trained on and how well it does.

    >>> text = "昨日，瑞金医院与北川羌族自治县签订协议。"
    >>> [(text[start:end], label) for start, end, label in embedded_tagger(text)]
    [('瑞金医院', 'ORG'), ('北川羌族自治县', 'LOC')]
    """
    from .embedded import embedded

    return embedded()(text)


def spacy_tagger(model: object) -> Tagger:
    """Return a tagger of a spaCy pipeline with an entity recogniser.

    Args:
        model: a loaded pipeline (``spacy.load(path)``), or the path or name of an installed one.

    Raises:
        ImportError: spaCy is not installed (``pip install fupin-extract[spacy]``).
        ValueError: the pipeline holds no entity recogniser.
    """
    from .spacy import spacy_tagger

    return spacy_tagger(model)


def hanlp_tagger(model: object) -> Tagger:
    """Return a tagger of a HanLP named entity recogniser or multi-task pipeline.

    Args:
        model: a loaded HanLP component, or the folder of a saved one.

    Raises:
        ImportError: HanLP is not installed (``pip install fupin-extract[hanlp]``).
    """
    from .hanlp import hanlp_tagger

    return hanlp_tagger(model)
