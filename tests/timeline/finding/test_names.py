"""Names that a query finds: in any script and spelling, with a letter wrong, and of what is public alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from archive import publication
from archive.models.finding.names import Named
from tests import factories as make
from timeline.finding.asked import question_of
from timeline.finding.names import SHOWN, names_found, numbers_of
from timeline.finding.rows import found

KORZUN, CLAIM = "Lev Korzun", "The Kolmen dam takes no water that is Ardovia’s"
OCCASION, TITLE = "Talks of the ministers, Sarne, 17 May 2023", "Streshin opens the Kolmen dam"

# Inflected, in other scripts and spellings, in parts, with what stands around names; and what is no name of these.
ASKED = {
    (KORZUN,): [
        "Lev Korzun", "lev korzun", "KORZUN", "Korzun, Lev", "Корзун", "Лев Корзун", "корзуна", "Корзуном", "Korsun", "L. Korzun",
        "Л. Корзун", "L Korzun", "Korz", "“Lev Korzun”", "«Корзун»", "Korzun’s", "Korzun -Anna", "the Korzun", "К\u00adорзун", "Korzn",
    ],
    (TITLE,): ["Streshin", "Стрешин", "Streshyn", "Стрэшын", "Streschin", "Стрешина", "Streshin dam -toll"],
    (CLAIM, TITLE): ["Kolmen dam", "dam Kolmen", "Колмен", "Kolmens dams"],
    ("Ardpress",): ["Ardpress", "ardpres", "АРДПРЕСС", "Ardp"],
    (OCCASION,): ["Sarne", "Сарне", "ministers talk"],
    (): [
        "A. Korzun", "Korzun -Lev", "Anna Korzun", "Korzun Herald", "Karsin", "the", "", "-Korzun", "“”", "zzz", "25000", "Kolmen toll",
    ],
}  # fmt: skip
MISTYPED = {
    "Korzux": [KORZUN],
    "Kozrun": [KORZUN],
    "Kolmin damm": [CLAIM, TITLE],
    "Adrpress": ["Ardpress"],
    "Zorxun": [],
    "Korzun": [KORZUN],
}


def names(query: str, **options) -> list[str]:
    return [name.name for group in names_found(query, **options).groups for name in group.names]


def test_names_are_found_in_any_script_and_spelling(said):
    assert {query: names(query) for queries in ASKED.values() for query in queries} == {
        query: list(wanted) for wanted, queries in ASKED.items() for query in queries
    }


def test_one_letter_may_be_wrong_where_nothing_is_spelled_so(said):
    assert {query: names(query, also_mistyped=True) for query in MISTYPED} == MISTYPED
    assert names("Korzux") == []
    assert names_found("Korzux", also_mistyped=True).is_mistyped
    assert not names_found("Korzun", also_mistyped=True).is_mistyped


def test_each_tells_where_it_leads_and_how_many_statements_there_are(said):
    told = [group.names[0] for query in ("Korzun", "Ardpress", "Streshin") for group in names_found(query).groups]

    assert [(str(one.statements), one.url, one.about, one.said_url) for one in told] == [
        ("1", "/speakers/lev-korzun/", "minister, born 1960", "/chronology/?speaker=lev-korzun"),
        ("1", "/outlets/ardpress/", "news agency", "/chronology/?outlet=ardpress"),
        ("1", said.document.get_absolute_url(), "Ardpress, 17 May 2023", said.document.get_absolute_url()),
    ]


def test_what_was_taken_back_is_found_no_more(said):
    publication.withdraw(said, by=make.the_chief(), revision_class="retraction", reason="He never said it.")

    assert not any(names(query, also_mistyped=True) for query in ("Korzun", "Kolmen", "Ardpress", "Sarne"))


@pytest.mark.django_db
def test_very_letters_stand_first_and_the_others_are_a_link_away():
    for name, times in [
        ("Ada Streshyn", 1),
        ("Eva Streshin", 3),
        ("Ida Streshin", 2),
        *((f"Streshinov {number}", 1) for number in range(5)),
    ]:
        speaker = make.make_speaker(name)
        for _ in range(times):
            make.make_public_statement(speakers=[speaker])

    (group,) = names_found("Streshyn").groups
    (begun,) = names_found("Stresh").groups

    assert [one.name for one in group.names] == ["Ada Streshyn", "Eva Streshin", "Ida Streshin"]
    assert group.more_url == ""  # the others are other names
    assert len(begun.names) == SHOWN[Named.SPEAKER]
    assert begun.more_url == "/speakers/?q=Stresh"
    assert len(numbers_of(Named.SPEAKER, "Stresh")) == 8
    assert [len(one.names) for one in names_found("Stresh", alone="speaker").groups] == [8]


def test_number_of_queries_does_not_grow(said):
    def asked(query: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            names_found(query)
        return len(queries)

    before = asked("Kolmen dam")
    for number in range(3):
        document = make.make_document(f"Of dam {number}.", title=f"Kolmen dam {number}")
        occasion = make.make_occasion(f"Kolmen dam {number}")
        make.make_public_statement(document, claims=[f"The Kolmen dam has number {number}"], occasion=occasion)

    assert asked("Kolmen dam") <= before + 1  # that of occasions, of which there were none
    assert sorted(found(question_of("Kolmen dam").as_typed)) == [Named.CLAIM, Named.DOCUMENT, Named.OCCASION]
