"""Re-make the word list `words.tsv` of fupin_extract from jieba's dictionary.

    python tools/make_words.py [--packages DIR]

fetches the source package of jieba from the registry (MIT licence; its counts and tags were taken from
segmented newspaper text) and writes words of up to four characters with a count and one part of speech each.
Running it twice gives identical files. What the genre adds or corrects stands in `words.toml`, kept by hand.

* Names of persons, places and bodies are left out: other parts of the library read names.
* Numerals are left out: they are read before words are.
* The tags are jieba's, cut to their first letter, but for `vn` (a verb that stands as a noun).
* Words rarer than MINIMUM are left out; characters by themselves stay whatever their count.
"""

from __future__ import annotations

import argparse
import math
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "src" / "fupin_extract" / "data"
PACKAGE = "jieba==0.42.1"
MINIMUM = 8
LONGEST = 4
NAMES = ("nr", "ns", "nt", "nrt", "nrfg", "m", "mq", "mg", "x", "eng")


def main() -> None:
    """Fetch, choose, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, help="keep the fetched package here and reuse it")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        words = read(fetch(options.packages or Path(scratch)))
    (DATA / "words.tsv").write_text(table(words), "utf-8", newline="\n")
    print(f"{len(words)} words")


def fetch(folder: Path) -> str:
    """Return jieba's dictionary."""
    archives = sorted(folder.glob("jieba-*.tar.gz"))
    if not archives:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*command, "-d", str(folder), PACKAGE], check=True)
        archives = sorted(folder.glob("jieba-*.tar.gz"))
    with tarfile.open(archives[-1]) as archive:
        member = next(name for name in archive.getnames() if name.endswith("/jieba/dict.txt"))
        file = archive.extractfile(member)
        if file is None:
            raise FileNotFoundError(member)
        return file.read().decode("utf-8")


def read(dictionary: str) -> dict[str, tuple[str, int]]:
    """Return tag and count of the words that are kept."""
    words = {}
    for line in dictionary.splitlines():
        word, count, tag = line.split(" ")
        if tag in NAMES or len(word) > LONGEST or not all("\u4e00" <= c <= "\u9fff" for c in word):
            continue
        if int(count) >= MINIMUM or (len(word) == 1 and int(count) > 0):
            words[word] = (tag if tag == "vn" else tag[0], int(count))
    return words


def table(words: dict[str, tuple[str, int]]) -> str:
    """Return one line for each tag and count (its logarithm in tenths), with all its words."""
    groups: dict[tuple[str, int], list[str]] = {}
    for word, (tag, count) in words.items():
        groups.setdefault((tag, round(10 * math.log(count))), []).append(word)
    head = [
        "# Words with their part of speech: made by tools/make_words.py from jieba 0.42.1 (MIT licence); do not edit.",
        "# tag, ten times the natural logarithm of the count, words",
    ]
    rows = [f"{tag}\t{weight}\t{' '.join(sorted(group))}" for (tag, weight), group in sorted(groups.items())]
    return "\n".join([*head, *rows, ""])


if __name__ == "__main__":
    main()
