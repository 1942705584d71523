"""The place that what a paragraph tells is about, where the sentence names none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .abroad import ABROAD, is_about_abroad
from .examples import (
    beside,
    first_in,
    in_dateline,
    introduces,
    is_example,
    is_one_of_them,
    named_for_example,
    opens_with,
)
from .leading import counted, inside, leads
from .where import one_of_many, one_of_things, summed_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...records import Region
    from ..rows import Row, Token
    from ..scope.sections import Section
    from ..scope.setting import Setting
    from ..sentences.division import Sentence


class HeldPlace(NamedTuple):
    """The place that holds where a sentence begins.

    Attributes:
        region: that place, None where the paragraph named none.
        opened: whether the paragraph begins with it.
        lead: the place that the paragraph named before its first numbered point; each point is about it again.
        general: whether the paragraph gave figures of the whole that the text is about.
        entry: the place that a list told of last, while the list goes on with ；.
        outer: what held before the list.
    """

    region: Region | None = None
    opened: bool = False
    lead: Region | None = None
    general: bool = False
    entry: Region | None = None
    outer: Region | None = None

    def moved(self, region: Region | None) -> HeldPlace:
        """Return it with another place."""
        return self._replace(region=region)

    def in_paragraph(self, sentence: Sentence, setting: Setting) -> HeldPlace:
        """Return what holds where a new paragraph begins: no place, unless a story goes on about its village."""
        region = self.region
        village = setting.villages and not sentence.numbered and region is not None and region.level == "village"
        goes_on = region is not None and (sentence.told or village) and inside(region, setting.focus)
        return self._replace(region=region if goes_on else None, lead=None, general=False)

    def at_point(self, *, first: bool) -> HeldPlace:
        """Return what holds at a numbered point: the place named before the first of them."""
        lead = self.region if first else self.lead
        return self._replace(region=lead, lead=lead)

    def apart(self, setting: Setting) -> HeldPlace:
        """Return what holds for a sentence of a report that points at nothing told before: an example's place ends there.

        荣地村用220万元建起大棚。推行“先建后补”的油茶林改造3.2万亩.
        """
        if (
            self.opened
            or self.region is None
            or self.entry is self.region
            or not self._is_example(self.region, setting)
        ):
            return self
        return self._replace(region=None)

    def _is_example(self, region: Region, setting: Setting) -> bool:
        """Tell whether a report named a place for an example: a town of its county, a county behind figures of the whole."""
        return setting.is_within(region) or (self.general and setting.is_part(region))

    def behind(self, sentence: Sentence, setting: Setting, section: Section) -> HeldPlace:
        """Return what holds behind a sentence, by the places that it names.

        Of a list that gives each of several places its clause (武山县…，甘谷县…; A…；B…) none holds: what follows is about
        what held before it.
        """
        row = sentence.tokens
        if setting.may_be_abroad() and is_about_abroad(row):
            return self._replace(region=ABROAD)
        here = self
        if not self.general and self._gives_the_whole(row, setting):
            here = self._replace(general=True)
        led = [k for k in row.places if (there := row[k].region) and there.name and leads(row, k)]
        told = [k for k in led if not counted(row, k, self.region)]
        told = [k for k in told if not first_in(row, k)] or told
        last = row[told[-1]].region if told else None
        if last is not None and sentence.first and in_dateline(row, told[-1]) and setting.is_apart(last):
            return here
        if told and not _tells_of_several(row, told[-1]):
            here = here._carrying(sentence, told, setting, section)
        return here._past_the_list(self, row, last if told else self.entry, [row[k].region for k in led])

    def _gives_the_whole(self, row: Row, setting: Setting) -> bool:
        """Tell whether a sentence gives figures of what the text is about: 全市果园90万亩."""
        if not setting.is_whole(self.region) or not any(t.quantity for t in row):
            return False
        return all((there := row[k].region) and there.implied and setting.is_whole(there) for k in row.places)

    def _carrying(self, sentence: Sentence, told: Sequence[int], setting: Setting, section: Section) -> HeldPlace:
        """Return it with the last of the places told of, if a paragraph of the text may be about that one."""
        row, k = sentence.tokens, told[-1]
        region = row[k].region
        if region is None:
            return self
        opens = sentence.first and not any(t.kind == "word" and t.role != "drop" for t in row[:k])
        opens |= sentence.first and introduces(row, k)
        if setting.is_apart(region) and setting.only_helps(row, k):
            return self  # 2020年，上海一家机构捐赠设备60万元。全校英语平均分提高到68分
        carries = (
            _carries(region, section.region or setting.focus)
            or (opens and setting.is_apart(region))
            or (sentence.first and setting.is_around(region) and opens_with(row, region))
        )
        example = (setting.is_part(region) and (is_example(row, k) or is_one_of_them(row, k))) or (
            setting.is_within(region) and named_for_example(row, k) and not sentence.told
        )
        same = self.region is not None and region.name == self.region.name
        opened = (opens and not any(t.region for t in row[:k])) or (self.opened and same)
        return self._replace(region=region if carries and not example else self.region, opened=opened)

    def _past_the_list(
        self, before: HeldPlace, row: Sequence[Token], last: Region | None, led: Sequence[Region | None]
    ) -> HeldPlace:
        """Return what holds behind a sentence whose clauses the places lead, where it may be the entries of a list.

        Args:
            before: what held in front of the sentence.
            row: its tokens.
            last: the place that it told of last, or the entry that goes on where it names none.
            led: all places that lead its clauses.
        """
        goes_on = bool(row) and row[-1].text in ("；", ";")
        if not led and not goes_on and before.entry is None and self.entry is self.outer is None:
            return self
        held = before.region
        if before.entry is not None and any(beside(before.entry, region) for region in led):
            listed, held = True, before.outer
        else:
            listed = any(beside(last, region) for region in led)
            held = before.outer if before.entry is not None and before.entry is held else held
        region = self.region
        if listed and not goes_on and region is last:
            region = None if beside(held, last) else held
        entry, outer = (last, held) if goes_on else (None, None)
        return self._replace(region=region, entry=entry, outer=outer)


def _carries(region: Region, about: Region | None) -> bool:
    """Tell whether a place may hold for the sentences that follow: one inside what the section is about, if that is known."""
    if region.level == "area" and (about is None or about.level == "country"):
        return False  # of the parts of a country each has its own sentence
    if region.name is None or about is None or about.level == "country" or not about.path:
        return region.name is not None
    return about.name in region.path or region.level == "village" or not region.path


def _tells_of_several(row: Sequence[Token], k: int) -> bool:
    return one_of_many(row, k) or one_of_things(row, k) or summed_up(row, k)
