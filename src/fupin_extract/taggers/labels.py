"""The labels of common tag sets as ORG, LOC and PER."""

from __future__ import annotations

_LABELS = {
    "ORG": "ORG", "ORGANIZATION": "ORG", "NT": "ORG", "COMPANY": "ORG", "INSTITUTION": "ORG",
    "LOC": "LOC", "LOCATION": "LOC", "GPE": "LOC", "NS": "LOC", "FAC": "LOC",
    "PER": "PER", "PERSON": "PER", "NR": "PER",
}  # fmt: skip
"""OntoNotes (spaCy), MSRA and PKU (HanLP), CoNLL."""


def common(label: str) -> str | None:
    """Return a label of any of these sets as ORG, LOC or PER, None for all others.

    >>> common("ORGANIZATION"), common("nt"), common("DATE")
    ('ORG', 'ORG', None)
    """
    return _LABELS.get(label.upper())
