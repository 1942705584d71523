"""The class of all Chinese characters, given by categories."""

from __future__ import annotations

import pytest

from fupin_extract.patterns import compile_han

HAN = [chr(code) for code in range(0x4E00, 0xA000)]
MARKS = "，。、；：！？“”（）《》—…·%￥ \n\t"


def test_the_class_has_every_character_of_the_range():
    han = compile_han("[一-鿿]")
    assert all(map(han.fullmatch, HAN))
    assert compile_han("[^一-鿿]").search("".join(HAN)) is None


@pytest.mark.parametrize("other", [*MARKS, *"09azAZ_"])
def test_marks_digits_and_letters_are_outside(other):
    assert compile_han("[一-鿿]").fullmatch(other) is None
    assert compile_han("[^一-鿿]").fullmatch(other)


@pytest.mark.parametrize(
    ("written", "inside", "outside"),
    [
        (r"[一-鿿\d]", "村5", "a，_"),
        ("[一-鿿0-9]", "村5", "a，_"),
        ("[一-鿿A-Za-z0-9]", "村5aZ", "，_"),
        ("[㐀-鿿]", "㐀村", "5a，"),
    ],
)
def test_what_is_written_behind_the_range_is_kept(written, inside, outside):
    pattern = compile_han(written)
    assert all(map(pattern.fullmatch, inside))
    assert not any(map(pattern.fullmatch, outside))


@pytest.mark.parametrize("letter", "〇①½éßЯかカ한𠀀")
def test_the_class_is_wider_than_its_range_by_letters_and_numbers_outside_ascii(letter):
    assert compile_han("[一-鿿]").fullmatch(letter)
    assert compile_han("[^一-鿿]").fullmatch(letter) is None


def test_classes_with_marks_stay_as_they_are():
    assert compile_han("[一-鿿、]{1,4}等").pattern == "[一-鿿、]{1,4}等"
