"""How time and memory grow: with the length of one document, and with the number of documents.

Each rung is read in a process of its own, so that its peak of memory is its own and a rung that takes too long can be ended.
Sizes are bytes of UTF-8, as files have them; a Chinese character is three.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from . import texts
from .measure import fresh, peak

PIECE = 10_000
BYTES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
DOCUMENTS = (100, 1_000, 10_000, 100_000)
LEAST_SPEED = 0.7
"""One document of 10 MB is read at no less than this part of the speed of pieces of 10 KB."""
CUT = 2_000_000
"""So much of the largest text is read in pieces."""
WARM = 60_000
"""What is read before, from another seed: the tables of the library are loaded and its caches filled."""
LEAST_READ = 200_000
"""A short document is read with others of its length, until they are so many bytes together."""


def _lines(source: str | None) -> Any:
    return texts.repeated(texts.folder(Path(source))) if source else texts.paragraphs()


def _warm() -> None:
    import fupin_extract

    for text in texts.pieces(texts.paragraphs(texts.SEED + 1), WARM, PIECE):
        fupin_extract.extract(text)


def read(total: int, each: int, source: str | None) -> dict[str, Any]:
    """Read documents of ``each`` bytes, ``total`` together, and return characters, CPU seconds, records, memory in MB."""
    from fupin_extract import extract

    _warm()
    documents = texts.pieces(_lines(source), total, each)
    facts = 0
    start = time.process_time()
    for document in documents:
        facts += len(extract(document).indicators)
    seconds = time.process_time() - start
    return {
        "bytes": each,
        "characters": sum(map(len, documents)),
        "seconds": seconds,
        "facts": facts,
        "memory": peak(),
    }


def read_many(count: int) -> dict[str, Any]:
    """Read so many short documents, keeping none, and return characters, CPU seconds, facts, memory in MB."""
    from fupin_extract import extract_many

    _warm()
    made = 0.0
    characters = facts = 0
    start = time.process_time()

    def counted() -> Any:
        nonlocal characters, made
        source = texts.briefs()
        for _ in range(count):
            at = time.process_time()
            text = next(source)
            made += time.process_time() - at
            characters += len(text)
            yield text

    for found in extract_many(counted()):
        facts += len(found.document.indicators) if found.document else 0
    seconds = time.process_time() - start - made
    return {
        "documents": count,
        "characters": characters,
        "seconds": seconds,
        "facts": facts,
        "memory": peak(),
    }


def _rate(found: dict[str, Any] | None, told: dict[str, Any]) -> dict[str, Any]:
    if found is None:
        return {**told, "rate": None}
    return {**found, "rate": found["characters"] / max(found["seconds"], 1e-9)}


def one_document(largest: int, limit: float, source: str | None = None) -> dict[str, Any]:
    """Return the speed of one document at each size up to the largest, beside the same text in pieces of 10 KB.

    A rung that takes longer than the limit has no rate, and those above it are not tried.
    """
    rungs: list[dict[str, Any]] = []
    for size in (size for size in BYTES if size <= largest):
        if rungs and rungs[-1]["rate"] is None:
            rungs.append({"bytes": size, "rate": None})
            continue
        rungs.append(_rate(fresh("growth:read", max(size, LEAST_READ), size, source, limit=limit), {"bytes": size}))
    cut = _rate(fresh("growth:read", min(largest, CUT), PIECE, source, limit=limit), {"bytes": PIECE})
    top = rungs[-1]["rate"]
    return {"rungs": rungs, "pieces": cut, "limit": limit, "ratio": top / cut["rate"] if top and cut["rate"] else None}


def many_documents(largest: int, limit: float) -> list[dict[str, Any]]:
    """Return the speed and the peak of memory for each number of short documents up to the largest."""
    return [
        _rate(fresh("growth:read_many", count, limit=limit), {"documents": count})
        for count in DOCUMENTS
        if count <= largest
    ]
