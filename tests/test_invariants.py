"""What holds of every text, written by hypothesis out of the genre's own pieces and out of noise."""

from __future__ import annotations

import itertools
import pickle

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import fupin_extract as fx
from fupin_extract.text import normalise, without_furniture

PIECES = st.sampled_from(
    [
        "全县",
        "贫困户",
        "１２",
        "3.5",
        "1,234",
        "万",
        "亿",
        "元",
        "户",
        "人",
        "%",
        "个百分点",
        "多",
        "余",
        "几",
        "十",
        "三",
        "两",
        "一",
        "半",
        "至",
        "—",
        "～",
        "-",
        "、",
        "，",
        "。",
        "年",
        "月",
        "日",
        "2014",
        "以上",
        "近",
        "超过",
        "（次）",
        "標(biāo)",
        "題",
        "農村",
        "\u200b",
        "\r\n",
        "\n",
        "\t",
        "|",
        "∶",
        "/",
        "单位：亿元",
        "增长%",
        "点击：",
        "第",
        "“",
        "”",
        "《",
        "》",
        "?",
        "�",
        "☃",
        "😀",
        "\x00",
        "�",
        "去年",
        "三年来",
        "“十三五”期间",
        "上半年",
        "全市",
        "我省",
        "陇南市",
        "县",
        "乡",
        "村",
        "民国",
        "目前",
        "截至",
        "分之",
        "百",
        "千",
        "比",
        "成",
        "番",
        "由",
        "从",
        "增长",
        "下降到",
        "分别",
        "其中",
        "占",
        "的",
        "和",
        "人均",
        "每亩",
        "力争",
        "产量",
    ]
)
GENRE = st.lists(PIECES, max_size=60).map("".join)
ANY = st.one_of(st.text(), GENRE, st.text(alphabet=st.characters()))


@given(ANY)
@settings(max_examples=300)
@example("1" * 5000)
@example("（" * 5000)
@example("\U000e0001\U0010ffff")
def test_records_point_at_their_text(text):
    doc = fx.extract(text)
    for records in (doc.quantities, doc.periods, doc.regions, doc.warnings):
        for record in records:
            assert text[record.span.start : record.span.end] == record.text
            assert record.text
        spans = [record.span for record in records]
        assert spans == sorted(spans)
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans)), "two of a kind overlap"


LINES = st.lists(st.lists(PIECES, min_size=8, max_size=14).map("".join), min_size=3, max_size=12)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]), st.integers(16, 24))
@settings(max_examples=200)
def test_lines_of_one_width_keep_their_offsets(lines, ending, width):
    text = ending.join((line * 3)[:width] for line in lines)
    doc = fx.extract(text)
    for records in (doc.quantities, doc.periods, doc.regions, doc.organisations):
        for record in records:
            assert text[slice(*record.span)] == record.text
            assert record.text


@given(GENRE)
@settings(max_examples=300)
def test_indicators_hang_on_the_quantities_of_their_document(text):
    doc = fx.extract(text)
    places = [doc.quantities.index(i.quantity) for i in doc.indicators]
    assert places == sorted(set(places)), "in text order, at most one a quantity"
    first_values = [i.from_quantity for i in doc.indicators if i.from_quantity]
    for i in doc.indicators:
        assert i.name
        assert i.rule
        assert (i.direction is None) <= (i.kind == "level")
        assert i.quantity not in first_values, "a first value has no indicator of its own"
        assert {i.from_quantity, i.part_of} <= {None, *doc.quantities}
        assert set(i.implied) <= {"name", "region", "period"}
        for part, span in i.evidence:
            assert part in ("name", "region", "period")
            assert 0 <= span.start < span.end <= len(text)


@given(GENRE)
@settings(max_examples=200)
def test_quantities_are_whole(text):
    for q in fx.extract(text).quantities:
        assert q.value.is_finite()
        assert q.rule
        assert (q.low is None) == (q.high is None)
        if q.low is not None:
            assert q.low <= q.high
            assert q.value == q.low
        if q.parts:
            assert q.value == q.parts[0]


@given(ANY)
@settings(max_examples=300)
def test_the_way_back_is_exact(source):
    text = normalise(source)
    origins = [text.origin(i) for i in range(len(text.text) + 1)]
    assert origins == sorted(set(origins)), "two working characters come from one place"
    assert origins[-1] <= len(source)
    assert len(text.text) + sum(1 for _ in range(len(source))) >= len(source)
    for i in range(len(text.text)):
        span = text.span(i, i + 1)
        assert span.end - span.start == 1
    kept = without_furniture(text)
    assert len(kept.text) == len(text.text)


@given(ANY)
@settings(max_examples=200)
def test_documents_survive_their_round_trips(text):
    doc = fx.extract(text)
    assert pickle.loads(pickle.dumps(doc)) == doc
    assert hash(doc) == hash(fx.extract(text))
    assert fx.Document.from_dict(doc.to_dict()) == doc


@given(GENRE, GENRE)
@settings(max_examples=100)
def test_what_was_read_does_not_depend_on_earlier_calls(first, second):
    alone = fx.extract(second)
    fx.extract(first)
    assert fx.extract(second) == alone


HOSTILE = {
    "digits": "1" * 200_000,
    "magnitudes": "万亿" * 100_000,
    "brackets": "（" * 100_000 + "）" * 100_000,
    "quotes": "“" * 100_000,
    "years": "2018年" * 40_000,
    "money": "元" * 200_000,
    "spaces": "5" + " " * 100_000 + "元",
    "list": "1、" * 100_000,
    "range": "1-" * 100_000,
    "ratio": "1:" * 100_000,
    "lines": "\n" * 200_000,
    "chinese": "一二三四五六七八九十" * 20_000,
    "one sentence": "全县贫困户增收" * 20_000,
    "facts": "贫困户5户，" * 10_000,
    "counts": "5户" * 20_000,
    "surrogates": "\ud800" * 50_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_input_is_read_to_its_end(kind):
    """That it returns is the test here; how long it takes is the benchmark's to say."""
    doc = fx.extract(HOSTILE[kind])
    assert doc.text == HOSTILE[kind]


@pytest.mark.parametrize("wrong", [b"bytes", None, 5])
def test_what_is_no_text_is_a_clear_error(wrong):
    with pytest.raises(TypeError, match=r"extract\(\) reads a str"):
        fx.extract(wrong)


@pytest.mark.parametrize(
    "page", [" " * 20_000, "\u3000" * 20_000, "\n" * 20_000, " " * 20_000 + "甘谷县关于做好扶贫工作的通知"]
)
def test_a_page_of_blanks_is_read(page):
    """A rule that tries every blank with every other would not come to an end here."""
    assert not fx.extract(page).quantities
