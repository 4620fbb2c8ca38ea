"""Notices of outlets: what puts right, what takes back, what only looks like one."""

import pytest

from archive.extraction.page.notices import label_taken_off, notice_in
from tests.growth import grows_in_proportion

BODY = "The bridge over the Veyra will be opened to trains in spring, the minister said.\n\nIt was closed for two years."
CORRECTS, RETRACTS = "corrects", "retracts"


def read(text: str, title: str = "") -> tuple[str, bool, str] | None:
    found = notice_in(text, title)
    return found and (RETRACTS if found.retracts else CORRECTS, found.is_whole, text[found.start : found.end])


@pytest.mark.parametrize(
    ("notice", "kind", "is_whole"),
    [
        ("Correction: the toll is three euros, not five.", CORRECTS, False),
        ("CORRECTION — The toll is three euros.", CORRECTS, False),
        ("* Clarification: the minister spoke of trains alone.", CORRECTS, False),
        ("Correction (18 May): the toll is three euros.", CORRECTS, False),
        ("Corrections and clarifications\nThe toll is three euros, not five.", CORRECTS, False),
        ("(Corrects paragraph 3 to say three euros, not five)", CORRECTS, False),
        ("An earlier version of this article said that the toll is five euros.", CORRECTS, False),
        ("This story has been corrected to say that the toll is three euros.", CORRECTS, False),
        ("The Gazette regrets the error; a previous version of the story named another bridge.", CORRECTS, False),
        ("This article has been retracted because its source could not be confirmed.", RETRACTS, False),
        ("Coastal News has withdrawn this report.", RETRACTS, False),
        ("RETRACTION: no such meeting took place.", RETRACTS, False),
        ("Исправление: пошлина составляет три евро, а не пять.", CORRECTS, False),
        ("Уточнение. Министр говорил только о поездах.", CORRECTS, False),
        ("В более ранней версии этой статьи говорилось о пяти евро.", CORRECTS, False),
        ("Редакция отозвала этот материал.", RETRACTS, False),
        ("Новость снята с публикации: встречи не было.", RETRACTS, False),
        ("Опровержение: такой встречи не было.", RETRACTS, False),
        ("Виправлення: мито становить три євро.", CORRECTS, False),
        ("У попередній версії цієї статті йшлося про п'ять євро.", CORRECTS, False),
        ("Выпраўленне: пошліна складае тры еўра.", CORRECTS, False),
        ("У ранейшай версіі гэтага артыкула гаварылася пра пяць еўра.", CORRECTS, False),
    ],
)
def test_notice_below_an_article(notice, kind, is_whole):
    filler = "\n\nAnother line of the article, of no account."

    assert read(f"{BODY}{filler * 2}\n\n{notice}\n") == (kind, is_whole, notice)


@pytest.mark.parametrize(
    "line",
    [
        "The market is due for a correction: prices fell by a tenth.",
        "The Department of Corrections: no comment was given.",
        "He asked for a correction to the minutes.",
        "The retraction of troops from the border began on Monday.",
        "Retraction of the landing gear failed, the report said.",
        "Correction officers went on strike.",
        "Поправка к закону принята во втором чтении.",
        "Исправление ошибок займёт год, сказал министр.",
        "An earlier version of the treaty spoke of two bridges.",
        "The report was withdrawn from the agenda of the council, which he regretted.",
        "The text was corrected by the committee before it was voted on.",
        "В более ранней версии договора говорилось о двух мостах.",
        "Сняты с производства старые вагоны.",
        "The original version of this song was recorded in 1969.",
    ],
)
def test_what_only_looks_like_a_notice(line):
    assert read(f"{BODY}\n\n{line}\n") is None


FIRST = BODY.split("\n", 1)[0]
IN_RUSSIAN = "В новости «Мост откроют весной» указана неверная пошлина."


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Correction: Bridge over the Veyra", BODY, (CORRECTS, True, FIRST)),
        ("", f"Correction\n{BODY}", (CORRECTS, True, f"Correction\n{FIRST}")),
        ("Исправление", IN_RUSSIAN, (CORRECTS, True, IN_RUSSIAN)),
        ("Retraction notice: Bridge", BODY, (RETRACTS, True, FIRST)),
        ("Correction: Bridge", f"{BODY}\nThis report has been retracted.", (RETRACTS, True, "This report has been retracted.")),
        ("Bridge over the Veyra", BODY, None),
        ("", "", None),
    ],
)
def test_text_that_is_nothing_but_a_notice(title, text, expected):
    assert read(text, title) == expected


def test_what_a_notice_names():
    found = notice_in(
        "Correction: In our report “Bridge over the Veyra opens” of 17 May (https://coastal.example/2023/bridge?a=1), the toll was wrong."
    )

    assert found is not None
    assert (found.titles, found.addresses) == (("Bridge over the Veyra opens",), ("https://coastal.example/2023/bridge?a=1",))


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Correction: The bridge opens", "The bridge opens"),
        ("Исправление. Мост открыт", "Мост открыт"),
        ("Retraction — The bridge", "The bridge"),
        ("The bridge opens", "The bridge opens"),
    ],
)
def test_title_without_its_label(title, bare):
    assert label_taken_off(title) == bare


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("correction ", 50_000), ("(corrects ", 50_000), ("\n", 500_000), ("редакция отозвала ", 30_000), ("“", 500_000),
        ("Correction:\n", 40_000), ("http://", 70_000), ("an earlier version of ", 20_000), (f"редакция отозвала{' а' * 400}\n", 600),
    ],
)  # fmt: skip
def test_worst_input_takes_linear_time(piece, times):
    assert grows_in_proportion(lambda size: notice_in(piece * size, (piece * size)[:500]), times // 4)
