"""What was told before of when and where words were said holds for later words. All texts are invented."""

import pytest

from tests.archive.extraction.statements.passages import BESIDE, PUBLICATION, RU, SAID, THAT, TODAY, UK, read

FIRST = "At a press conference in Valmere on Monday, Anna Kovaleva said that the bridge would open. "
BEFORE = "event phrase, told before"
HELD = ("2023-05-15", BEFORE, "press conference", "Valmere")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (FIRST + "“It will be free,” she said.", HELD),
        (FIRST + "“It will be free,” Petr Orlov said.", (TODAY, PUBLICATION, None, None)),
        (FIRST + "“It will be free,” Petr Orlov said at the press conference.", HELD),
        (FIRST + "“It will be free,” Petr Orlov said at the same press conference.", HELD),
        (FIRST + "On Tuesday, Anna Kovaleva said that it would be free.", ("2023-05-16", BESIDE, None, None)),
        (FIRST + "On Monday, Anna Kovaleva said that it would be free.", ("2023-05-15", BESIDE, "press conference", "Valmere")),
        (
            FIRST + "In an interview with Radio Ostrel, Anna Kovaleva said that it would be free.",
            (TODAY, PUBLICATION, "interview with Radio Ostrel", None),
        ),
        (
            "After talks with Petr Orlov in Valmere on Monday, " + THAT + " “It will be free,” Petr Orlov said.",
            ("2023-05-15", BEFORE, "After talks with Petr Orlov", "Valmere"),
        ),
        (
            "At a joint briefing on Monday, Anna Kovaleva said that the bridge would open. “It will be free,” Petr Orlov said.",
            ("2023-05-15", BEFORE, "joint briefing", None),
        ),
        (
            "На брифинге 15 мая Анна Ковалева заявила, что мост откроют. «Он будет бесплатным», — добавила она.",
            ("2023-05-15", BEFORE, "брифинге", None),
        ),
        (FIRST + "Anna Kovaleva now says that it will be free.", (TODAY, PUBLICATION, None, None)),
        (FIRST + "“It will be free,” Anna Kovaleva says.", (TODAY, PUBLICATION, None, None)),
        ("На съезде в 2014 году " + RU + " Теперь Анна Ковалева говорит, что моста нет.", (TODAY, PUBLICATION, None, None)),
        ("На з'їзді у 2014 році " + UK + " Зараз Ганна Коваль каже, що мосту немає.", (TODAY, PUBLICATION, None, None)),
    ],
)  # fmt: skip
def test_what_is_told_of_an_occasion_holds_for_what_is_said_there_later(text, last):
    assert read(text)[-1] == last


BESIDE_BEFORE = "date beside the words, told before"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Anna Kovaleva said in 2014 that the bridge was shut. Later Anna Kovaleva said that it was open.", (None, None)),
        ("Anna Kovaleva said in 2014 that the bridge was shut. Now Anna Kovaleva says that it is gone.", (TODAY, PUBLICATION)),
        ("Анна Ковалева сообщила в 2014 году, что мост закрыт. Позже Анна Ковалева сообщила, что он открыт.", (None, None)),
        (SAID + " on Monday. “It was an old bridge and a bad one.”", ("2023-05-15", BESIDE_BEFORE)),
        (SAID + " on Monday. “It was an old bridge and a bad one,” she added.", ("2023-05-15", BESIDE_BEFORE)),
        (SAID + " on Monday. It was raining. “It was an old bridge and a bad one,” she said.", ("2023-05-15", BESIDE_BEFORE)),
        (
            "15 мая Анна Ковалева сообщила, что мост откроют весной. Шёл дождь. «Это был старый мост», — сказала она.",
            ("2023-05-15", BESIDE_BEFORE),
        ),
        (SAID + " on 3 May. It was raining. “It was an old bridge and a bad one,” she said.", ("2023-05-03", BESIDE_BEFORE)),
        (SAID + " on 3 May.\n\n“It was an old bridge and a bad one,” she said.", ("2023-05-03", BESIDE_BEFORE)),
        (SAID + " on 3 May.\n\nIt was raining.\n\n“It was an old bridge and a bad one,” she said.", (TODAY, PUBLICATION)),
        (SAID + " on 3 May.\n\n“It was a bad one,” said Petr Orlov.\n\n“So it was,” Anna Kovaleva said.", (TODAY, PUBLICATION)),
        ("In early March 2019 " + THAT + " A guard said that it would be free.", ("2019-03~", BESIDE_BEFORE)),
        ("В начале марта 2019 года " + RU + " Сторож сказал, что он будет бесплатным.", ("2019-03~", BESIDE_BEFORE)),
        ("On 3 May " + THAT + " A guard said that it was raining.", ("2023-05-03", BESIDE_BEFORE)),
        ("On 3 May " + THAT + "\n\nA guard said that it was raining.", (TODAY, PUBLICATION)),
        ("On 3 May " + THAT + " It was cold. It was wet. It was late. A guard said that it was raining.", (TODAY, PUBLICATION)),
        ("On 3 May " + THAT + " A guard says that it is raining.", (TODAY, PUBLICATION)),
        ("On 3 May " + THAT + " A guard said on 5 May that it was raining.", ("2023-05-05", BESIDE)),
        ("On 3 May " + THAT + " Petr Orlov, who resigned on 5 May, said that it was raining.", (TODAY, PUBLICATION)),
        ("On 3 May " + THAT + " On 5 May it burned. A guard said that it was raining.", (TODAY, PUBLICATION)),
        ("On 3 May " + THAT + " It burned on 5 May, and a guard said that it was raining.", (TODAY, PUBLICATION)),
        ("On 3 May " + THAT + " In 2019 it burned. A guard said that it was raining.", ("2023-05-03", BESIDE_BEFORE)),
        ("On 3 May " + THAT + " The fair is on 21 May. A guard said that it was raining.", ("2023-05-03", BESIDE_BEFORE)),
        ("3 мая " + RU + " 5 мая он сгорел. Пётр Орлов сказал, что идёт дождь.", (TODAY, PUBLICATION)),
        ("3 травня " + UK + " 5 травня він згорів. Петро Орлов сказав, що йде дощ.", (TODAY, PUBLICATION)),
        ("On 3 May " + THAT + " Petr Orlov, who resigned in 2019, said that it was raining.", ("2023-05-03", BESIDE_BEFORE)),
        ("On 14 May " + THAT + " Anna Kovaleva, who left her post on 16 May, said that it was raining.", (TODAY, PUBLICATION)),
        ("3 мая " + RU + " Пётр Орлов, которого избрали 5 мая, сказал, что он будет бесплатным.", (TODAY, PUBLICATION)),
        ("Anna Kovaleva, who said last week that it was raining, met Petr Orlov, who said it was dry.", (TODAY, PUBLICATION)),
        ("Petr Orlov met Anna Kovaleva, who said on Monday that it was dry. A guard said that it was raining.", (TODAY, PUBLICATION)),
        ("On Monday, Petr Orlov met Anna Kovaleva, who said that it was dry. A guard said it was raining.", ("2023-05-15", BESIDE_BEFORE)),
        ("Міст зачинено. Сторож, який у понеділок сказав, що міст закрито, пішов. Петро Орлов сказав, що йде дощ.", (TODAY, PUBLICATION)),
    ],
)
def test_day_without_an_occasion_holds_for_what_goes_on_with_the_words_and_for_the_news_of_the_week(text, last):
    assert read(text)[-1][:2] == last
