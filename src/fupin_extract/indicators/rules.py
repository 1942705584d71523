"""How ordered rules are asked: the first to answer wins."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def first_answer(
    rules: Iterable[Callable[Given, Answer | None]], *args: Given.args, **kwargs: Given.kwargs
) -> Answer | None:
    """Return what the first rule answers that has an opinion; None, "" and False are no opinion."""
    for rule in rules:
        if answer := rule(*args, **kwargs):
            return answer
    return None
