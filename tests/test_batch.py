"""Many texts: order, laziness, failures, processes."""

from __future__ import annotations

import os
from datetime import date
from itertools import count, islice

import pytest

import fupin_extract as fx
from fupin_extract.batch import CHUNK, extract_many

TEXTS = [f"甘谷县脱贫{n}户，增长{n}.5%。" for n in range(1, 41)]


class Bomb:
    """Kills the process that is sent it."""

    def __reduce__(self):
        return os._exit, (1,)


def numbers(found):
    return [[q.text for q in f.document.quantities] for f in found]


def test_documents_are_those_of_extract_in_order():
    found = list(extract_many(TEXTS))
    assert [f.document for f in found] == [fx.extract(text) for text in TEXTS]
    assert [f.id for f in found] == list(range(len(TEXTS)))


def test_pairs_and_triples_carry_their_id_and_date():
    pair, triple = extract_many([("a", "去年脱贫5户。"), ("b", "去年脱贫5户。", date(2018, 7, 2))])
    assert (pair.id, pair.document.periods[0].edtf) == ("a", None)
    assert (triple.id, triple.document.periods[0].edtf) == ("b", "2017")


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_give_the_same(method):
    found = list(extract_many(TEXTS, n_process=2, start_method=method))
    assert found == list(extract_many(TEXTS))


def test_an_endless_iterator_is_read_no_further_than_needed():
    taken = []

    def endless():
        for n in count():
            taken.append(n)
            yield f"脱贫{n}户。"

    assert len(list(islice(extract_many(endless()), 5))) == 5
    assert len(taken) == 5
    taken.clear()
    assert len(list(islice(extract_many(endless(), n_process=2, start_method="fork"), 5))) == 5
    assert len(taken) <= 8 * CHUNK


def test_a_failure_is_raised_when_its_turn_comes():
    found = extract_many([TEXTS[0], None, TEXTS[1]])
    assert next(found).error is None
    with pytest.raises(TypeError, match="reads a str, not NoneType"):
        next(found)


@pytest.mark.parametrize("n_process", [1, 2])
def test_a_failure_is_recorded_and_the_others_go_on(n_process):
    found = list(extract_many([("a", TEXTS[0]), ("b", b"x"), ("c", TEXTS[1])], errors="record", n_process=n_process))
    assert [f.id for f in found] == ["a", "b", "c"]
    assert [f.error is None for f in found] == [True, False, True]
    assert found[1].document is None


def test_a_text_that_kills_its_process_is_the_only_one_lost():
    texts = [*TEXTS[:20], Bomb(), *TEXTS[20:]]
    found = list(extract_many(texts, n_process=2, errors="record", start_method="fork"))
    assert [f.id for f in found] == list(range(41))
    assert [f.id for f in found if f.error] == [20]
    assert "a process died over the text 20" in found[20].error
    assert [f.document for f in found if not f.error] == [fx.extract(text) for text in TEXTS]


def test_nothing_gives_nothing():
    assert list(extract_many([])) == []
    assert list(extract_many([], n_process=2)) == []


@pytest.mark.parametrize(
    ("options", "message"), [({"n_process": -1}, "a count of processes"), ({"errors": "ignore"}, "'raise' or 'record'")]
)
def test_options_that_are_none_are_refused(options, message):
    with pytest.raises(ValueError, match=message):
        extract_many([], **options)


def test_the_bar_counts_texts(capsys):
    assert len(list(extract_many(TEXTS[:3], progress=True))) == 3
    assert "3/3" in capsys.readouterr().err
