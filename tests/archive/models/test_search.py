"""The public full-text index finds the same on both databases, in every script, and no query breaks it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from archive import publication
from archive.models import Statement
from archive.models.search import indexed, query_phrases
from tests import factories as make

pytestmark = pytest.mark.django_db

WORDS = {
    "border": "The border between the two states stays open to peaceful trade.",
    "open": "An open peace is better than a closed border.",
    "russian": "Безопасность едина и неделима, сказал министр.",
    "belarusian": "Мост цераз раку адкрыюць вясной.",
    "number": "Growth was 3.5% in 2023, and 12,000 people came.",
    "marks": "L'État n'a rien promis; naïve Ærø Straße.",
}
FOUND = [
    ("border", {"border", "open"}),
    ("BORDERS", {"border", "open"}),
    ("open border", {"border", "open"}),
    ('"closed border"', {"open"}),
    ('"border closed"', set()),
    ('peace "open border"', set()),
    ('trade "two states"', {"border"}),
    ("безопасности", {"russian"}),
    ("НЕДЕЛИМАЯ безопасность", {"russian"}),
    ('"едина и неделима"', {"russian"}),
    ("мост", {"belarusian"}),
    ("2023", {"number"}),
    ("naïve", {"marks"}),
    ("straße", {"marks"}),
    ("„closed border“", {"open"}),
    ("«border closed»", set()),
    ("‹open peace› ‘closed border’", {"open"}),
    ("border -peace", set()),
    ("border -trade", {"open"}),
    ("border -“open peace”", {"border"}),
    ("border -'border closed' −«closed open»", {"border", "open"}),
    ("-border", set()),
    ("L'État 'naïve Ærø'", {"marks"}),
    ("border nonsense", set()),
    ("", set()),
    ('"', set()),
    ("   ", set()),
]
HOSTILE = [
    "'; DROP TABLE archive_statement; --",
    '" OR 1=1 --', "border OR", "NOT border", "NEAR(border open)", "stems:border", "bor*", "^border",
    "border & | ! ( )", "border:*A", "<-> border", "(((((", "\x00", "a\x00b", "\udcff", "%s %d %%", "{}", "\\", "\\'", "🙂",
    "\u202e border",
    "'''", '""""""', '"" ""', "-", "+border", "AND AND AND", "a" * 5000, "a " * 5000, '"' * 300, "²³", "½", "ⅷ",
    "٣", "字", "ﬁ", "İ", "ß",
    "\u0301\u0301", "_", "__init__", "1e999", "1.5.2", "a@b.example", "http://example.org/?a=1&b=2", "-5", "0x41", "\U00010428", "𞤀",
]  # fmt: skip


@pytest.fixture
def statements():
    return {name: make.make_public_statement(words=words) for name, words in WORDS.items()}


def test_words_are_found(statements):
    names = {statement.pk: name for name, statement in statements.items()}

    found = {query: {names[one.pk] for one in Statement.objects.matching(query)} for query, _ in FOUND}

    assert found == dict(FOUND)


def test_hostile_query_breaks_nothing(statements):
    answers = {query: Statement.objects.matching(query).count() for query in HOSTILE}

    assert set(answers.values()) <= {0, 1, 2}
    assert Statement.objects.public().count() == len(WORDS)


def test_every_public_statement_is_found_by_its_own_words(statements):
    for statement in statements.values():
        assert statement in Statement.objects.matching(statement.text)
        assert statement in Statement.objects.matching(f'"{statement.text}"')


@pytest.mark.parametrize(
    "words", ["𞤀𞤣𞤤𞤢𞤥 border", "x² + ½ border", "ﬁne border", "a_b border", "I\u0307stanbul border", "1e5 ab12 12ab -7 border"]
)
def test_unusual_letters_are_found_by_themselves(words):
    statement = make.make_public_statement(words=words)

    assert list(Statement.objects.matching(f'"{words}"')) == [statement]


ASKED = [
    ("decision owners", {"pdf"}),
    ('"decision of the fleet owners"', {"pdf"}),
    ("co-operative", {"pdf"}),
    ("cooperative", {"pdf"}),
    ("fleetowners", {"hyphen", "joined"}),
    ("fleet-owners", {"pdf", "hyphen", "joined"}),
    ('"post-war fleet-owners"', {"hyphen", "joined"}),
    ("май июнь", {"months"}),
    ("майиюнь", {"months"}),
    ("postwar email covid19", {"hyphen", "joined"}),
    ("post-war e-mail covid-19", {"hyphen", "joined"}),
    ("owners post", {"hyphen"}),
    ("1250000", {"spaces", "commas", "points", "apostrophes", "bare"}),
    ("1,250,000", {"spaces", "commas", "points", "apostrophes", "bare"}),
    ("1 250 000", {"spaces", "commas", "points", "apostrophes", "bare"}),
    ('"1\u202f250\u202f000 crowns"', {"spaces", "commas", "points", "apostrophes", "bare"}),
    ("1’250’000", {"spaces", "commas", "points", "apostrophes", "bare"}),
    ("4300", {"pointed", "beside"}),
    ("4.300", {"pointed", "beside"}),
    ("300 4", {"pointed", "beside"}),
    ("2019 500", {"year"}),
    ("2019500", set()),
    ("3.5", {"decimal"}),
    ("3,5", {"decimal"}),
    ("35", set()),
    ("ещё российского", {"decomposed"}),
    ("еще Российский", {"decomposed"}),
    ("ЙОД їжак ўсё", {"decomposed"}),
    ("fiancée пʼять", {"decomposed"}),
    ("fiancee п'ять", {"decomposed"}),
    ("fiance\u0301e п’ять", {"decomposed"}),
    ("finest Pier 42", {"forms"}),
    ("ﬁnest ４２", {"forms"}),
    ("lighthouse reopened", {"soft"}),
]


def test_words_are_found_however_they_are_spelled():
    texts = {
        "pdf": "The difficult deci-\nsion of the fleet own-\r\ners, said the co-\noperative.",
        "hyphen": "Post-war fleet-owners sent an e-mail on COVID‑19.",
        "joined": "Postwar fleetowners sent an email on COVID19.",
        "spaces": "We spent 1\u00a0250 000 crowns.",
        "commas": "We spent 1,250,000 crowns.",
        "points": "We spent 1.250.000 crowns.",
        "apostrophes": "We spent 1'250'000 crowns.",
        "bare": "We spent 1250000 crowns.",
        "pointed": "Out of 4.300 boats few came.",
        "beside": "On pier 4 300 boats came.",
        "year": "It lost in 2019 500 ferries.",
        "decimal": "It grew by 3,5 per cent.",
        "decomposed": unicodedata.normalize("NFD", "Российский флот еще ждёт йод; їжак, усё — ўсё; her fiancée: п'ять."),
        "forms": "The ﬁnest\u00a0Ｐｉｅｒ ４２.",
        "months": unicodedata.normalize("NFD", "За май-июнь."),
        "soft": "The light\u00adhouse re\u00adopened.",
    }
    names = {make.make_public_statement(words=words).pk: name for name, words in texts.items()}

    assert {query: {names[one.pk] for one in Statement.objects.matching(query)} for query, _ in ASKED} == dict(ASKED)


UNSEEN = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u180e"]
BROKEN_BY = ["-\n", "-\r\n", "- \n", "‐\n  ", "\u00ad\n", "-\t\r\n  "]
GROUPED_BY = [" ", "\u00a0", "\u2009", "\u202f", "\u200a", ",", "'", "’", "\u2007"]
PLAIN = "The lighthouse of Zaborsk, говорит мэр: ещё йод, fiancée, її дім."
NUMBERED = "It cost 1 250 000 crowns."


@given(data=some.data())
def test_words_are_read_alike_with_what_nobody_sees_in_them(data):
    typed = unicodedata.normalize(data.draw(some.sampled_from(["NFC", "NFD"])), PLAIN)
    at = data.draw(some.sampled_from([place for place, letter in enumerate(typed) if place and typed[place - 1 : place + 1].isalpha()]))

    assert indexed(typed[:at] + data.draw(some.sampled_from(UNSEEN)) + typed[at:]) == indexed(PLAIN)


@given(some.sampled_from(BROKEN_BY), some.integers(3, 7))
def test_word_broken_by_the_end_of_a_line_is_found_in_one(end, at):
    broken = "lighthouse"[:at] + end + "lighthouse"[at:]

    assert "lighthous" in indexed(f"The {broken} of Zaborsk.").split()
    assert "контракт" in indexed(f"кон{end}тракт").split()


@given(some.sampled_from(GROUPED_BY))
def test_number_is_one_however_it_is_grouped(sign):
    assert "1250000" in indexed(NUMBERED.replace(" 250 000", f"{sign}250{sign}000")).split()
    assert query_phrases(f"1{sign}250{sign}000")[0][0] == ["1250000"]


def test_only_public_words_are_found(statements):
    make.make_statement(words="A secret border.")
    make.make_accepted_statement(words="A secret border.")
    make.make_rejected_statement(words="A secret border.")
    make.make_withdrawn_statement(words="A secret border.")

    assert not Statement.objects.matching("secret").exists()


def test_corrected_words_are_found_in_place_of_the_old():
    document = make.make_document("He said: we open the border today, and it stays open.")
    statement = make.make_public_statement(document, "we open the border today")
    start = document.text.index("it stays")

    publication.correct(
        statement, by=make.the_chief(), changes={"span": (start, start + 13)}, revision_class="correction", reason="The wrong sentence."
    )

    assert not Statement.objects.matching("border").exists()
    assert Statement.objects.matching("stays").exists()


def test_search_goes_together_with_other_conditions(statements):
    slug = statements["open"].attributions.get().speaker.slug

    found = Statement.objects.by_speaker(slug).matching("border")

    assert list(found) == [statements["open"]]


def test_quoted_words_are_one_phrase():
    assert query_phrases('peace "open border" now') == [[["peac"]], [["open", "border"]], [["now"]]]
    assert query_phrases('"open border') == [[["open", "border"]]]


def test_abbreviation_is_no_pronoun_unless_all_is_shouted():
    assert query_phrases("US") == query_phrases('"U.S."') == [[["usa"]]]
    assert query_phrases("US fleet, us") == [[["usa"]], [["fleet"]], [["us"]]]
    assert query_phrases("TELL US") == [[["tell"]], [["us"], ["usa"]]]


def test_words_that_nothing_parts_but_a_hyphen_stand_side_by_side_or_in_one():
    assert query_phrases("fleet-owners 3,5 don't") == [[["fleet", "owner"], ["fleetown"]], [["3", "5"]], [["do", "not"]]]
    assert query_phrases("fleet - owners 2019-05-12") == [[["fleet"]], [["owner"]], [["2019", "05", "12"]]]


def test_index_holds_what_is_spelled_in_two_ways_once_more_behind_the_text():
    assert indexed("The fleet-owners of 12 300 boats") == "the fleet owner of 12300 boat fleetown 12 300"
    assert indexed("A co-operative paid 1.250 in 2019-05-12") == "a cooper pay 1 250 in 2019 05 12 co oper 1250"
    assert indexed("Peace, at 12 3000 or 3.5 or 1.250.000") == "peac at 12 3000 or 3 5 or 1250000"


def test_index_holds_letters_and_digits_alone():
    assert indexed("Growth: 3.5% — “peace”!") == " ".join(word for (way,) in query_phrases("Growth: 3.5% — peace!") for word in way)
