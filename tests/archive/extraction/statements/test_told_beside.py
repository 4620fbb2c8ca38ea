"""When and where words were said: the occasion of the reporting clause, "published on", a date beside the verb.

All texts are invented.
"""

import pytest

from tests.archive.extraction.statements.passages import BE, BESIDE, EVENT, ISSUED, PUBLICATION, QUOTED, RU, SAID, THAT, TODAY, UK, read

# text -> said on, rule, occasion, place of the first statement
ENGLISH = [
    # press conferences and what is like them
    ("At a press conference in Valmere on 15 May, " + THAT, "2023-05-15", EVENT, "press conference", "Valmere"),
    ("Anna Kovaleva said at a press conference in Valmere on Monday that the bridge would open.",
     "2023-05-15", EVENT, "press conference", "Valmere"),
    (QUOTED + " told a news conference in Valmere on Tuesday.", "2023-05-16", EVENT, "news conference", "Valmere"),
    ("On Tuesday at a briefing in Valmere, " + THAT, "2023-05-16", EVENT, "briefing", "Valmere"),
    (SAID + " at a briefing Tuesday.", "2023-05-16", EVENT, "briefing", None),
    (SAID + " at Monday's briefing.", "2023-05-15", EVENT, "briefing", None),
    (SAID + " at a joint news conference with her guest in Valmere yesterday.",
     "2023-05-16", EVENT, "joint news conference with her guest", "Valmere"),
    ("Anna Kovaleva told reporters on Tuesday that the bridge would open.", "2023-05-16", BESIDE, None, None),
    ("Anna Kovaleva told reporters in Valmere on Tuesday that the bridge would open.", "2023-05-16", BESIDE, None, "Valmere"),
    ("The Mill Company predicted “a flat and slow growth” in sales compared to the year-ago quarter.", TODAY, PUBLICATION, None, None),
    (QUOTED + " told journalists in New Ostrel.", TODAY, PUBLICATION, None, "New Ostrel"),
    # behind who the speaker is
    (QUOTED + ", the chief engineer of the yard, said on 3 May.", "2023-05-03", BESIDE, None, None),
    ("“The bridge will open,” said Anna Kovaleva, the chief engineer of the yard, on 3 May.", "2023-05-03", BESIDE, None, None),
    ("“The bridge will open,” said Anna Kovaleva, who heads the yard, late on Monday.", "2023-05-15", BESIDE, None, None),
    ("“The bridge will open,” said Anna Kovaleva, adding more, on 3 May.", TODAY, PUBLICATION, None, None),
    # somebody spoke, on a day and in a place, at nothing that has a name
    ("Anna Kovaleva, speaking to reporters in Valmere on Tuesday, said that the bridge would open.", "2023-05-16", BESIDE, None, "Valmere"),
    ("Anna Kovaleva, speaking to reporters on Tuesday in Valmere, said that the bridge would open.", "2023-05-16", BESIDE, None, "Valmere"),
    ("Speaking to reporters in Valmere on 9 May 2023, " + THAT, "2023-05-09", BESIDE, None, "Valmere"),
    ("Speaking on Monday, " + THAT, "2023-05-15", BESIDE, None, None),
    ("Speaking in Valmere, " + THAT, TODAY, PUBLICATION, None, "Valmere"),
    ("Speaking about the vote on Tuesday, " + THAT, TODAY, PUBLICATION, None, None),
    ("Anna Kovaleva, speaking at the weekend, said that the bridge would open.", "2023-05-13/2023-05-14", BESIDE, None, None),
    # talks, visits, sidelines
    (SAID + " after talks with Petr Orlov in Valmere on Monday.",
     "2023-05-15", EVENT, "after talks with Petr Orlov", "Valmere"),
    (SAID + " following a meeting of ministers in Valmere.", TODAY, PUBLICATION, "following a meeting of ministers", "Valmere"),
    ("Anna Kovaleva said on the sidelines of the summit in Valmere that the bridge would open.",
     TODAY, PUBLICATION, "on the sidelines of the summit", "Valmere"),
    (SAID + " during a visit to Valmere on Sunday.", "2023-05-14", EVENT, "visit", "Valmere"),
    (SAID + " ahead of talks in Valmere, Ardovia, on Sunday.", "2023-05-14", EVENT, "ahead of talks", "Valmere"),
    ("During a telephone call with Petr Orlov on 12 May, " + THAT,
     "2023-05-12", EVENT, "telephone call with Petr Orlov", None),
    # speeches and sittings
    ("Speaking in parliament on Tuesday, " + THAT, "2023-05-16", EVENT, "Speaking in parliament", None),
    ("Addressing the National Assembly on 11 May, " + THAT, "2023-05-11", EVENT, "Addressing the National Assembly", None),
    (SAID + " in a televised address on Monday.", "2023-05-15", EVENT, "televised address", None),
    (SAID + " at the opening of the harbour on Saturday.", "2023-05-13", EVENT, "opening of the harbour", None),
    ("Speaking at a rally in Valmere on Saturday, " + THAT, "2023-05-13", EVENT, "rally", "Valmere"),
    ("In his annual speech to the union on 1 May, Petr Orlov said that the bridge would open.",
     "2023-05-01", EVENT, "annual speech to the union", None),
    (QUOTED + " told a conference of engineers in Valmere last Friday.", "2023-05-12", EVENT, "conference of engineers", "Valmere"),
    (SAID + " at a meeting of the transport committee last month.", "2023-04", EVENT, "meeting of the transport committee", None),
    ("Testifying before the inquiry on 3 May, " + THAT, "2023-05-03", EVENT, "Testifying before the inquiry", None),
    (SAID + " at the funeral of the engineer on Monday.", "2023-05-15", EVENT, "funeral of the engineer", None),
    (SAID + " at the 2019 summit in Valmere.", "2019", EVENT, "summit", "Valmere"),
    (SAID + " at the 2023 summit in Valmere.", TODAY, PUBLICATION, "summit", "Valmere"),
    # interviews and broadcasts
    ("In an interview with Radio Valmere broadcast on Sunday, " + THAT,
     "2023-05-14", EVENT, "interview with Radio Valmere", None),
    (SAID + " in an interview with The Lantern published on Saturday.",
     "2023-05-13", EVENT, "interview with The Lantern", None),
    (SAID + " in an interview on Monday.", "2023-05-15", EVENT, "interview", None),
    (SAID + " on a radio programme on Friday.", "2023-05-12", EVENT, "radio programme", None),
    # writings
    (QUOTED + " wrote in a post on Telegram on Monday.", "2023-05-15", EVENT, "post on Telegram", None),
    (QUOTED + " wrote in a letter dated 3 March.", "2023-03-03", EVENT, "letter", None),
    ("In a letter to the mayor dated 3 March, " + THAT, "2023-03-03", EVENT, "letter to the mayor", None),
    ("In a tweet on Sunday evening, " + THAT, "2023-05-14", EVENT, "tweet", None),
    ("In an article for The Lantern, Anna Kovaleva wrote that the bridge would open.", TODAY, PUBLICATION, "article for The Lantern", None),
    ("In a video posted on Thursday, " + THAT, "2023-05-11", EVENT, "video", None),
    ("The statement of Anna Kovaleva, published on Monday, said that the bridge would open.", "2023-05-15", ISSUED, None, None),
    ("In a statement released late on Tuesday, " + THAT, "2023-05-16", ISSUED, None, None),
    (SAID + " in a statement issued by her office on Sunday.", "2023-05-14", ISSUED, None, None),
    ("In remarks to the press in Valmere on Friday evening, " + THAT, "2023-05-12", EVENT, "remarks to the press", "Valmere"),
    ("At the General Assembly in New York in September 2022, " + THAT, "2022-09", EVENT, "General Assembly", "New York"),
    ("In an open letter published in The Lantern on Tuesday, " + THAT, "2023-05-16", EVENT, "open letter", None),
    ("“The bridge will open,” said Anna Kovaleva, in Valmere for talks with the bank.", TODAY, PUBLICATION, None, None),
    # a date beside the verb, and dates that are not of the saying
    ("On Monday, " + THAT, "2023-05-15", BESIDE, None, None),
    (SAID + " Monday.", "2023-05-15", BESIDE, None, None),
    ("Anna Kovaleva said that the bridge would open on 20 June.", TODAY, PUBLICATION, None, None),
    ("Anna Kovaleva, who took office in March, said that the bridge would open.", TODAY, PUBLICATION, None, None),
    (SAID + " at a meeting about the 3 May accident.", TODAY, PUBLICATION, "meeting about the 3 May accident", None),
    ("“The bridge will open,” said Anna Kovaleva, who will travel to Valmere on Friday for a summit.", TODAY, PUBLICATION, None, None),
    ("Speaking on condition of anonymity, a diplomat said that the bridge would open.", TODAY, PUBLICATION, None, None),
    ("Speaking to reporters, " + THAT, TODAY, PUBLICATION, None, None),
    ("In the event of rain the bridge will stay closed, Anna Kovaleva said.", TODAY, PUBLICATION, None, None),
]  # fmt: skip
SLAVIC = [
    ("На пресс-конференции в Минске 15 мая " + RU, "2023-05-15", EVENT, "пресс-конференции", "Минск"),
    ("Выступая перед журналистами в Минске во вторник, " + RU, "2023-05-16", BESIDE, None, "Минск"),
    ("Выступая в понедельник, " + RU, "2023-05-15", EVENT, None, None),
    ("Выступая в парламенте во вторник, " + RU, "2023-05-16", EVENT, "Выступая в парламенте", None),
    ("«Мост откроют весной», — сказала Анна Ковалева в интервью газете «Фонарь» в понедельник.",
     "2023-05-15", EVENT, "интервью газете «Фонарь»", None),
    ("По итогам переговоров в Москве " + RU, TODAY, PUBLICATION, "По итогам переговоров", "Москва"),
    ("На полях саммита в Астане " + RU, TODAY, PUBLICATION, "На полях саммита", "Астане"),
    ("В письме от 3 марта " + RU, "2023-03-03", EVENT, "письме", None),
    ("В заявлении, опубликованном в понедельник, " + RU, "2023-05-15", ISSUED, None, None),
    ("Анна Ковалева сообщила журналистам в Бресте, что мост откроют весной.", TODAY, PUBLICATION, None, "Бресте"),
    ("В среду на брифинге " + RU, TODAY, EVENT, "брифинге", None),
    ("На встрече с избирателями 10 мая Анна Ковалева пообещала, что мост откроют весной.",
     "2023-05-10", EVENT, "встрече с избирателями", None),
    ("На прэс-канферэнцыі ў Мінску 15 мая " + BE, "2023-05-15", EVENT, "прэс-канферэнцыі", "Мінск"),
    ("Падчас сустрэчы ў Гродне " + BE, TODAY, PUBLICATION, "сустрэчы", "Гродне"),
    ("Выступаючы ў парламенце ў аўторак, Ганна Кавалёва сказала, што мост адкрыюць вясной.",
     "2023-05-16", EVENT, "Выступаючы ў парламенце", None),
    ("На брифінгу в Києві 15 травня " + UK, "2023-05-15", EVENT, "брифінгу", "Київ"),
    ("Під час зустрічі у Львові " + UK, TODAY, PUBLICATION, "зустрічі", "Львів"),
    ("В ходе рабочей поездки в Гродненскую область 12 мая " + RU, "2023-05-12", EVENT, "рабочей поездки в Гродненскую область", None),
    ("У листі від 3 березня " + UK, "2023-03-03", EVENT, "листі", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said_on", "rule", "name", "place"), [*ENGLISH, *SLAVIC])
def test_when_and_where_comes_from_the_reporting_clause(text, said_on, rule, name, place):
    assert read(text)[0] == (said_on, rule, name, place)


def test_nothing_is_said_after_it_was_published():
    assert read("At a congress in Valmere on 20 June, Anna Kovaleva will say that the bridge is open, Petr Orlov said.")[-1][0] == TODAY


def test_day_without_a_year_beside_the_saying_is_none_to_come():
    text = "The age will rise from January 2026, Anna Kovaleva said at a press conference in Valmere on 2 March."

    assert read(text)[0] == ("2023-03-02", EVENT, "press conference", "Valmere")
