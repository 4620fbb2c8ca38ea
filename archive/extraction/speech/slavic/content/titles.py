"""Quotation marks that hold no speech in Russian, Belarusian and Ukrainian: names of works, firms and things."""

from __future__ import annotations

from archive.extraction.languages.slavic import words as slavic
from archive.extraction.speech.grammar import Cued
from archive.extraction.speech.stretches import is_in_title_case
from archive.extraction.text.rules import Rules

IS_TITLE = Rules[[Cued, int], bool]("does a Slavic quotation name a thing", otherwise=False)


def is_title(cued: Cued, at: int) -> bool:
    return IS_TITLE(cued, at)


@IS_TITLE.when("work before", True, "Фильм «Очень длинная дорога к морю» вышел в прокат.")
def _is_work(cued: Cued, at: int) -> bool:
    before = cued.tokens[at - 1].lower if at else ""
    return before in slavic.WORKS or before.startswith(slavic.WORK_STEMS)


@IS_TITLE.when("Title Case", True, "В порту стоит «Анна Новик Великая Вторая».")
def _is_capitalised(cued: Cued, at: int) -> bool:
    return is_in_title_case(cued, at)
