"""Documents as HTML: everything escaped, every record marked, nothing from outside, always the same."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fupin_extract import Document, Indicator, Notice, Organisation, Period, Programme, Quantity, Region, Span
from fupin_extract.html import KINDS, document_to_html, to_page

_VOID = {"meta", "br"}


class _Seen(HTMLParser):
    """Collects the marked text with the classes that cover each character; fails on tags that do not match."""

    def __init__(self, page):
        super().__init__()
        self.stack, self.characters, self.tags, self.attributes = [], [], [], []
        self.cells = []
        self.feed(page)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag not in _VOID:
            self.stack.append((tag, dict(attributes).get("class") or ""))

    def handle_endtag(self, tag):
        assert self.stack.pop()[0] == tag

    def handle_data(self, data):
        classes = [name for _, name in self.stack]
        if "fx-text" in classes:
            kinds = tuple(re.findall(r"fx-(\w+s)\b", " ".join(classes[classes.index("fx-text") + 1 :])))
            self.characters += [(character, kinds) for character in data]
        elif "td" in [tag for tag, _ in self.stack]:
            self.cells.append(data)

    @property
    def text(self):
        return "".join(character for character, _ in self.characters)


def quantity(start, end, text="x", **other):
    return Quantity(Span(start, end), text, Decimal(1), "人", Decimal(1), "人", **other)


def test_text_is_escaped_and_whole():
    text = "<script>alert('3户')</script> & \"5户\" <b>\n\n　　第二段\r\n"
    document = Document(text, title="<i>题", source="<s>报", quantities=(quantity(15, 17, "3户"),))
    page = document_to_html(document)
    seen = _Seen(page)
    assert seen.text == text
    assert not {"script", "b", "i", "s"} & set(seen.tags)
    assert "<i>" not in page


def test_records_texts_are_escaped_everywhere():
    evil = '"><img src=x onerror=alert(1)>'
    document = Document(
        "甲乙丙丁",
        title=evil,
        source=evil,
        focus_region=Region(Span(0, 1), evil, evil, "county", evil),
        quantities=(quantity(0, 1, evil, rule=evil),),
        indicators=(
            Indicator(
                quantity(0, 1, evil, rule=evil),
                evil,
                concept=evil,
                per=evil,
                implied=("region", evil),
                rule=evil,
                region=Region(Span(1, 2), evil, evil, "area", evil),
                period=Period(Span(2, 3), evil, evil),
                baseline=Period(Span(2, 3), evil, None),
                part_of=quantity(3, 4, evil),
                evidence=((evil, Span(2, 4)),),
                status="target",
            ),
        ),
        periods=(Period(Span(0, 1), evil, evil, rule=evil),),
        regions=(Region(Span(0, 1), evil, evil, "county", evil, (evil,), (evil,), evil),),
        organisations=(Organisation(Span(0, 1), evil, evil, "other", evil),),
        programmes=(Programme(evil, "plan", (Span(0, 1),), evil),),
        warnings=(Notice(Span(0, 1), evil, "damage", evil),),
    )
    assert "img" not in _Seen(to_page([document], [evil])).tags


def test_nothing_from_outside_and_no_script():
    three = quantity(2, 4)
    page = to_page([Document("扶贫3户", quantities=(three,), indicators=(Indicator(three, "扶贫"),))])
    seen = _Seen(page)
    assert not {"script", "link", "img", "iframe"} & set(seen.tags)
    assert not [value for name, value in seen.attributes if name == "src" or name.startswith("on")]
    assert all(value.startswith("#") for name, value in seen.attributes if name == "href")
    assert "http" not in page
    assert "@import" not in page


def test_overlaps_of_every_form_are_marked():
    # periods [0, 4) and quantities [2, 6) cross; regions [2, 4) lie in both; organisations start with regions
    document = Document(
        "甲乙丙丁戊己庚",
        periods=(Period(Span(0, 4), "", None),),
        quantities=(quantity(2, 6),),
        regions=(Region(Span(2, 4), "", None, "county"),),
        organisations=(Organisation(Span(2, 4), "", "", "other"),),
    )
    assert [(c, set(kinds)) for c, kinds in _Seen(document_to_html(document)).characters] == [
        ("甲", {"periods"}),
        ("乙", {"periods"}),
        ("丙", {"periods", "quantities", "regions", "organisations"}),
        ("丁", {"periods", "quantities", "regions", "organisations"}),
        ("戊", {"quantities"}),
        ("己", {"quantities"}),
        ("庚", set()),
    ]


def test_overlapping_marks_have_underlines_of_their_own():
    document = Document(
        "云河市农业局3户",
        regions=(Region(Span(0, 3), "云河市", "云河市", "county"),),
        organisations=(Organisation(Span(0, 6), "云河市农业局", "云河市农业局", "government"),),
        quantities=(quantity(6, 8),),
    )
    lanes = re.findall(r"fx-m fx-(\w+)[^>]*padding-bottom:(\d+)px", document_to_html(document))
    assert lanes == [("organisations", "0"), ("regions", "3"), ("organisations", "0"), ("quantities", "0")]


anywhere = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda pair: Span(pair[0], sum(pair)))


@settings(max_examples=100)
@given(st.text("甲3<&\n\ud800\x00 ", max_size=10), st.lists(st.tuples(st.sampled_from(list(KINDS)), anywhere)))
def test_any_spans_on_any_text(text, marks):
    made = {
        "quantities": lambda span: quantity(*span),
        "periods": lambda span: Period(span, "", None),
        "regions": lambda span: Region(span, "", None, "county"),
        "organisations": lambda span: Organisation(span, "", "", "other"),
        "programmes": lambda span: Programme("", "plan", (span,)),
        "warnings": lambda span: Notice(span, "", "damage", ""),
    }
    records = {kind: tuple(made[kind](span) for of, span in marks if of == kind) for kind in KINDS}
    page = document_to_html(Document(text, **records))
    page.encode("utf-8")
    seen = _Seen(page)
    assert seen.text == text.replace("\ud800", "\ufffd").replace("\x00", "\ufffd")
    for at, (_, kinds) in enumerate(seen.characters):
        assert set(kinds) == {kind for kind, span in marks if span.start <= at < span.end}


def test_head_legend_and_warnings():
    place = Region(Span(0, 3), "云河县", "云河县", "county", "629921")
    document = Document(
        "云河县?.7万元", "云河见闻", date(2018, 3, 12), "云河日报", place,
        regions=(place,), warnings=(Notice(Span(3, 8), "?.7万元", "damage", "a digit is lost"),),
    )  # fmt: skip
    page = to_page([document], ["a.txt"])
    assert "<h3>云河见闻</h3>" in page
    assert "a.txt · 2018-03-12 · 云河日报 · 云河县 629921" in page
    assert '<span class="fx-m fx-regions">regions</span> 1' in page
    assert "damage: a digit is lost “?.7万元”" in page
    assert ">quantities</span>" not in page


def test_tables_show_the_records():
    before = quantity(0, 3, "45%")
    shown = replace(before, span=Span(4, 8), text="3万余户", value=Decimal("30000.00"), base_unit="户", cmp=">")
    several = replace(before, span=Span(9, 10), low=Decimal(1000), high=Decimal(1500))
    document = Document(
        "45%，3万余户，1",
        quantities=(before, shown, several),
        indicators=(Indicator(shown, "贫困户", direction="down", from_quantity=before),),
        regions=(Region(Span(0, 1), "全市", "云河市", "prefecture", "629900", ("甘肃省", "云河市"), ("name",)),) * 2,
    )
    cells = _Seen(document_to_html(document)).cells
    assert cells[:5] == ["1", "贫困户", "↓ 1 人 → >30,000", "户", "45%，3万余户，1"]
    assert cells[cells.index("3万余户") + 1 :][:3] == [">", "30,000", "户"]
    assert "1,000–1,500" in cells
    assert cells[-7:] == ["全市", "云河市", "prefecture", "629900", "甘肃省 云河市", "name", "2"]


# --- Facts ------------------------------------------------------------------------------------

STORY = "2017年，云河县贫困发生率由45%下降到8%，其中东乡3户。"


def at(surface):
    start = STORY.index(surface)
    return Span(start, start + len(surface))


def story():
    """Two facts: 8% of the county, and 3户 of an area that is no record of the document, part of 8%."""
    before, after, few = (quantity(*at(surface), surface) for surface in ("45%", "8%", "3户"))
    year = Period(at("2017年"), "2017年", "2017")
    county = Region(at("云河县"), "云河县", "云河县", "county", "629921")
    east = Region(at("东乡"), "东乡", "东乡", "area")
    rate = Indicator(
        after, "贫困发生率", direction="down", from_quantity=before, region=county, period=year, implied=("period",),
        evidence=(("name", at("贫困发生率")), ("direction", at("下降")), ("period", year.span)), rule="indicators/from_to",
    )  # fmt: skip
    part = Indicator(
        few, "户数", "change", "up", "target", region=east, part_of=after, baseline=replace(year, edtf="2016")
    )
    return Document(STORY, quantities=(before, after, few), indicators=(rate, part), periods=(year,), regions=(county,))


class _Lit(_Seen):
    """Collects for each fact the characters of the text that light up with it."""

    def __init__(self, page):
        self.lit = {}
        super().__init__(page)

    def handle_data(self, data):
        super().handle_data(data)
        classes = [name for _, names in self.stack for name in names.split()]
        if "fx-text" in classes:
            for number in dict.fromkeys(re.findall(r"\bfx-f(\d+)\b", " ".join(classes))):
                self.lit[int(number)] = self.lit.get(int(number), "") + data


def test_what_a_fact_was_read_from_lights_up():
    seen = _Lit(document_to_html(story()))
    assert seen.lit == {0: "2017年云河县贫困发生率45%下降8%", 1: "2017年8%东乡3户"}
    marked = {character: set(kinds) for character, kinds in seen.characters}
    assert marked["乡"] == {"regions"}
    assert marked["率"] == marked["降"] == {"names"}
    assert marked["由"] == set()


def test_rows_are_bound_to_their_facts():
    page = document_to_html(story())
    assert re.findall(r'<tr class="([^"]+)"', page) == ["fx-t0", "fx-t1"]
    for i in (0, 1):
        rule = f".fx-facts:has(>div>table>tbody>.fx-t{i}:is(:hover,:focus-within))~.fx-text .fx-f{i}"
        assert re.search(re.escape(rule) + r"[,{]", page)
    assert ".fx-f2" not in page
    assert page.index('class="fx-facts"') < page.index('class="fx-text"')  # or ~ would not reach it
    way = r'<details open class="fx-facts">.*?</summary><div class="fx-scroll"><table>\s*<thead>.*?</thead>\s*<tbody>\s*<tr'
    assert re.search(way, page)
    assert 'title="quantities: = 1 人 · \nfact 1: 贫困发生率"' in page
    assert f'title="{STORY}\nindicators/from_to"' in page


def test_rows_of_facts_are_for_readers():
    page = document_to_html(story())
    assert "<summary>facts (2)</summary>" in page
    assert '<td class="fx-n">↓ 1 → 1</td>' in page
    assert '<td class="fx-n">↑ +1</td>' in page
    assert '<td class="fx-implied"><em>2017</em></td>' in page
    assert '<td class="fx-name">户数</td>' in page
    assert '<span class="fx-badge">target</span>' in page
    assert "actual" not in page
    assert "<th>concept</th>" not in page
    assert "Italic" in page
    assert "Italic" not in document_to_html(replace(story(), indicators=story().indicators[1:]))


def ids(page):
    return [value for name, value in _Seen(page).attributes if name == "id"]


def links(page):
    return [value.removeprefix("#") for name, value in _Seen(page).attributes if name == "href"]


def test_numbers_lead_to_the_quantities_of_their_own_document():
    for page in (
        to_page([story(), story(), replace(story(), title="他")]),
        document_to_html(story()) + document_to_html(replace(story(), published=date(2018, 3, 12))),
    ):
        assert len(set(ids(page))) == len(ids(page)) == page.count("<tr class=")
        assert links(page) == ids(page)


def test_documents_on_one_page_light_up_alone():
    """The rules lead from a row to the text beside its table, so that the same numbers in two documents do no harm."""
    page = to_page([story(), replace(story(), indicators=story().indicators[:1])])
    rules = re.findall(r"^(.*:has.*)$", page, re.M)
    assert len(rules) == 2
    assert all(re.match(r"\.fx-facts:has\(>.*\)~\.fx-text \.fx-f\d", rule) for rule in rules)
    one, two = page.split('<div class="fx-doc">')[1:]
    assert one.count('class="fx-facts"') == two.count('class="fx-facts"') == 1


def test_a_fact_beyond_the_text_has_no_link():
    lost = quantity(90, 93, "3户")
    page = document_to_html(Document("短文", quantities=(lost,), indicators=(Indicator(lost, "户数"),)))
    assert links(page) == ids(page) == []
    assert ">1</td>" in page


def test_two_facts_of_one_quantity_and_the_same_quantity_twice():
    three = quantity(0, 2, "3户")
    facts = (Indicator(three, "甲"), Indicator(three, "乙"))
    page = document_to_html(Document("3户", quantities=(three, three), indicators=facts))
    assert len(ids(page)) == 1
    assert links(page) == ids(page) * 2
    assert _Lit(page).lit == {0: "3户", 1: "3户"}


def test_no_facts_no_rules():
    page = document_to_html(Document("3户", quantities=(quantity(0, 2),)))
    assert ":has(" not in page
    assert "facts" not in re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    assert "<details open><summary>quantities" in page


def test_only_so_many_facts_light_up(monkeypatch):
    monkeypatch.setattr("fupin_extract.html.style.MOST_LIT", 1)
    page = document_to_html(story())
    assert ".fx-f0" in page
    assert ".fx-f1" not in page
    assert page.count("<tr class=") == 2


@settings(max_examples=60)
@given(st.text("甲3<&\n\ud800 ", max_size=10), st.lists(st.lists(anywhere, min_size=2, max_size=4), max_size=4))
def test_any_facts_on_any_text(text, spans):
    numbers = [quantity(*own) for own, *_ in spans]
    facts = [
        Indicator(number, "名", evidence=tuple(("name", span) for span in rest), from_quantity=quantity(*rest[0]))
        for number, (_, *rest) in zip(numbers, spans, strict=True)
    ]
    page = document_to_html(Document(text, quantities=tuple(numbers[1:]), indicators=tuple(facts)))
    seen = _Lit(page)
    assert seen.text == text.replace("\ud800", "\ufffd")
    assert set(links(page)) == set(ids(page))
    assert len(set(ids(page))) == len(ids(page))
    for i, several in enumerate(spans):
        covered = [c for at, c in enumerate(seen.text) if any(span.start <= at < span.end for span in several)]
        assert seen.lit.get(i, "") == "".join(covered)


# --- Whole ------------------------------------------------------------------------------------


def test_an_empty_document_and_no_documents():
    assert "no records" in document_to_html(Document(""))
    assert _Seen(to_page([])).tags[:3] == ["html", "head", "meta"]


def test_names_must_be_as_many_as_documents():
    with pytest.raises(ValueError, match="shorter"):
        to_page([Document("a"), Document("b")], ["one"])


def test_notebooks_show_it_and_it_is_always_the_same():
    document = Document("3户", quantities=(quantity(0, 2),))
    assert document._repr_html_() == document_to_html(document) == document_to_html(replace(document))
    assert to_page(iter([document])) == to_page([document])
