"""Words and stems, and how one wording differs from another."""

import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
import snowballstemmer

from archive.matching import changed_words, is_verbatim, stems
from archive.matching.words import stem, words
from tests.growth import grows_in_proportion

STEMS = [
    ("Equal and indivisible security", ["equal", "indivis", "secur"]),
    ("the indivisibility of security", ["indivis", "secur"]),
    ("безопасность и безопасности", ["безопасн", "безопасн"]),
    ("Ёлка, елка", ["елк", "елк"]),
    ("Café CAFE\u0301 cafe", ["cafe", "cafe", "cafe"]),
    ("The U.S. and the US asked us", ["usa", "usa", "ask"]),
    ("1,500,000 people on May 9th", ["1500000", "peopl", "9"]),
    ("Kostrin's plan — conflict-free", ["kostrin", "plan", "conflict", "free"]),
    ("G20 summit", ["g20", "summit"]),
    ("RT @realDonaldTrump: #BuildTheWall! https://t.co/AbC1 pic.twitter.com/x", ["real", "donald", "trump", "build", "wall"]),
    ("The dam leaks! — Adela Kostrin (@AKostrin) May 4, 2020 https://t.co/x", ["dam", "leak", "adela", "kostrin"]),
    ("#COVID19 #fake_news ask a@b.com", ["covid", "19", "fake", "news", "ask", "b", "com"]),
    ("Co-operatives send e-mails", ["cooper", "send", "email"]),
    ("cooperatives send emails", ["cooper", "send", "email"]),
    ("anti-Hill, re-signed, UN-led", ["anti", "hill", "re", "sign", "un", "lead"]),
    ("Віце-прем'єр", ["віцепремєр"]),
    ("віцепрем’єр", ["віцепремєр"]),
    ("re\u00adopened се\u00adкрет", ["reopen", "секрет"]),
    ("O'Neill's", ["oneil"]),
    ("П’ять пʼять п‘ять", ["пят", "пят", "пят"]),
    ("１２３ ｆｉｎｅ ﬁne piers", ["123", "fine", "fine", "pier"]),
    ("1250000 1,250,000 1.250.000 1'250'000 1’250’000 12,50,000", ["1250000"] * 6),
    ("1 250 000 1\u00a0250\u00a0000 1\u202f250\u2009000 1\u00a0250\n000", ["1250000"] * 4),
    ("1 250,75 1.250,75 1,250.75", ["1250.75"] * 3),
    ("in 2019 500 ferries; 3,5 or 3.5 or 0,125", ["2019", "500", "ferri", "3.5", "3.5", "0.125"]),
    ("12.05.2019 300, 1,2,3, 12\n300, 5 0000", ["12.05.2019", "300", "1.2.3", "12", "300", "5", "0000"]),
    ("deci-\nsion of fleet own-\r\n  ers", ["decis", "fleet", "owner"]),
    ("GOVERN-\nMENT, gov­\nernment", ["govern", "govern"]),
    ("реше-\nние северо-\nзападных", ["решен", "север", "западн"]),
    ("fleet-\nowners, co-\noperatives, Jean-\nLuc", ["fleet", "owner", "cooper", "jean", "luc"]),
    ("long-\nterm follow-\nup at the light-\nhouse", ["long", "term", "follow", "lighthous"]),
    ("Łódź, Ærø, Diyarbakır, обꞌєднання", ["lodz", "aero", "diyarbakir", "обєднанн"]),
    ("a deci- sion, short- and long-term, the plan- which", ["decis", "short", "long", "term", "plan"]),
    ("кое- и где-то", ["ко"]),
    ("", []),
    ("… — !", []),
]


@pytest.mark.parametrize(("text", "expected"), STEMS)
def test_stems(text, expected):
    assert stems(text) == expected


FORMS = [
    "безопасность безопасности безопасностью",
    "безпека безпеки безпеці безпеку безпекою",
    "війна війни війні війну війною",
    "договору договором договори договорів",
    "уряд уряду урядом урядові",
    "країна країни країні країну країною країн",
    "росія росії росію росією",
    "виборів вибори виборам",
    "збільшив збільшити збільшила збільшилися",
    "підписав підписати підписали підписано",
    "бяспека бяспекі бяспеку",
    "вайна вайны вайне вайну вайной",
    "падпісаў падпісалі падпісаць падпісала",
    "дагавор дагавору дагаворы дагавораў",
    "столиця столиці столицю",
    "sell sold sells selling",
    "win won wins",
]


@pytest.mark.parametrize("forms", FORMS)
def test_forms_of_a_word_have_one_stem(forms):
    assert len(set(stems(forms))) == 1


@pytest.mark.parametrize(
    "text", ["Российский ёж, найвысший и Йод", "беларускі ўрад у Магілёве", "їжак, Ґанок і її", "Café naïve Ångström’s fiancée"]
)
def test_signs_apart_from_their_letters_are_read_as_one_with_them(text):
    assert stems(unicodedata.normalize("NFD", text)) == stems(text)


def test_stems_keep_stop_words_when_asked():
    assert stems("We don't, won't and can't", keep_stop_words=True) == ["we", "do", "not", "will", "not", "and", "can", "not"]


def test_words_keep_their_places():
    text = "«Мы не подписали» — said O’Neill's aide."

    assert [text[word.start : word.end] for word in words(text)] == ["Мы", "не", "подписали", "said", "O’Neill's", "aide"]


def test_words_that_a_line_breaks_keep_their_places():
    text = "Their deci-\nsion cost 1 250 000 at the fleet-\nowners’ pie\u0301rs."

    assert [text[word.start : word.end] for word in words(text)] == [
        "Their", "deci-\nsion", "cost", "1 250 000", "at", "the", "fleet-\nowners", "fleet-\nowners", "pie\u0301rs",
    ]  # fmt: skip


def test_words_of_marks_keep_their_places_and_a_handle_is_a_name():
    text = "See http://x.org/y: #MakeItSo, @KostrinAdela!"
    found = words(text)

    assert [text[word.start : word.end] for word in found] == ["See", "Make", "It", "So", "Kostrin", "Adela"]
    assert [word.text for word in found if word.is_name] == ["Kostrin", "Adela"]


def test_names_are_capitals_inside_a_sentence():
    found = [word.text for word in words("Security matters. Brandt told the Assembly: We sign.") if word.is_name]

    assert found == ["Assembly"]


CHANGES = [
    ("We will raise taxes.", "We will raise taxes", [("same", "We will raise taxes")]),
    ("We will go now", "We may go", [("same", "We"), ("removed", "will"), ("added", "may"), ("same", "go"), ("removed", "now")]),
    ("", "New words", [("added", "New words")]),
    ("Old words", "", [("removed", "Old words")]),
    ("", "", []),
    ("it’s  “done”", "It's done", [("same", "It's done")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CHANGES)
def test_changed_words(old, new, expected):
    changes = changed_words(old, new)

    assert [(change.op, change.words) for change in changes] == expected
    assert all((old if change.op == "removed" else new)[change.start : change.end] == change.words for change in changes)


VERBATIM = [
    ("“The railway is finished — on time.”", "the railway is finished, on time", True),
    ("It is 4.2 percent", "It is 4.3 percent", False),
    ("It cost $5", "It cost 5", False),
    ("We won", "We won't", False),
    ("", "", False),
    ("—", "…", False),
    ("The deci-\nsion cost 1 250 000 crowns", "the decision cost 1,250,000 crowns", True),
    ("пʼять кафе́", "п'ять кафе", True),
]


@pytest.mark.parametrize(("a", "b", "expected"), VERBATIM)
def test_is_verbatim(a, b, expected):
    assert is_verbatim(a, b) is expected


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("a", 100_000), ("A.", 20_000), ("1,", 50_000), ("it's", 20_000), ("'", 100_000), ("e\u0301", 20_000), ("#A", 20_000),
        ("co-", 30_000), ("co-\n", 30_000), ("1 000", 20_000), ("1'", 30_000), ("- ", 30_000), ("a\u00ad", 50_000),
        ("@aB", 20_000), ("www.", 20_000),
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece, times):
    assert grows_in_proportion(lambda size: (stems(piece * size), is_verbatim(piece * size, piece * size + "x")), times)


@pytest.fixture
def hurried():
    """Threads take turns within nearly every step."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


@pytest.mark.usefixtures("hurried")
def test_two_threads_stem_at_once():
    said = [f"{first}{second}{end}" for first in "bcdfghklmn" for second in ("ati", "eri", "oli") for end in ("onally", "zed", "ingness")]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(stem, said))

    assert found == snowballstemmer.stemmer("english").stemWords(said)
