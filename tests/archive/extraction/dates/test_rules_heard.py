"""Every rule of every grammar of dates speaks in a sentence of the tables, or in one of these; a rule that none needs would go."""

import datetime
from functools import partial

import pytest

from archive.extraction.dates.core import Setting, cores_of, matches_of
from archive.extraction.dates.direction import direction
from archive.extraction.dates.finder import GRAMMARS
from tests.archive.extraction.dates.test_finder import SENTENCES

REFERENCE = datetime.date(2023, 5, 17)
MORE = {
    "en": """
        He was born on 17 May 68.
        It opened on the fifth of May.
        The town was built in 44 BC.
        Sales fell in H1 2022.
        It was closed on May 3 last year.
        It was closed 24 hours ago.
        It closed on 3 May 2019. The night before, it rained.
        It closed in May 2019 and opened on 3 June of that year.
        They remember Christmas 2019 in the town.
        The mayor spoke of the Sept. 11 attacks and the Jan. 6 riot at the Capitol.
        It was opened on 17.05.2019, on 17.05.19, on 05/04/2019 and on 2019-05-17.
    """,
    "ru": """
        АРДО, 3 фев — Берег. Мост открыли 17.05.2019, 17.05.19, 05/04/2019 и 2019-05-17.
        Мост закрыли 1 февраля 2019 года, а 3 мая того же года открыли.
        Мост закрыли в 2019 году и в том же году открыли.
    """,
    "uk": """
        АРДО, 3 трав — Берег. Міст відкрили 17.05.2019, 17.05.19, 05/04/2019 і 2019-05-17.
        Міст закрили 1 лютого 2019 року, а 3 травня того ж року відкрили.
        Міст закрили у 2019 році і того ж року відкрили.
    """,
    "be": """
        АРДА, 3 вер — Бераг. Мост адкрылі 17.05.2019, 17.05.19, 05/04/2019 і 2019-05-17.
        Мост закрылі 1 лютага 2019 года, а 3 мая таго ж года адкрылі.
        Мост закрылі ў 2019 годзе і ў тым жа годзе адкрылі.
        Мост будавалі ў 2014—2016 гадах.
        Мост збудавалі ў 90-я гады, у дзевяностых гадах.
        Мост адкрыюць праз два тыдні.
        Мост адкрылі ў мінулыя выхадныя.
        Мост закрылі 1 лютага 2019 года і адкрылі два дні пазней.
        Мост закрылі напярэдадні.
        Мост адкрылі ў маі мінулага года.
    """,
}


@pytest.mark.parametrize("language", GRAMMARS)
def test_every_rule_speaks(language):
    sentences = [sentence for code, sentence in SENTENCES if code == language] + MORE[language].strip().splitlines()
    plain = [sentence.replace("[", "").replace("]", "").strip() for sentence in sentences]
    rules, words = GRAMMARS[language]

    heard = {
        core.rule
        for one in plain
        for core in cores_of(matches_of(rules, one), Setting(one, REFERENCE, partial(direction, one, words.verbs)))
    }

    assert {rule.name for rule in rules} - heard == set()
