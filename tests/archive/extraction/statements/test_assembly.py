"""Who says what: sentences and what is proposed of them. Every mistake that is found adds a row."""

import pytest

from archive.extraction import extract

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"

# text -> (kind, words, names) of every statement
TABLE = [
    (
        "The wage will rise in July, Finance Minister Jane Holloway told parliament on Tuesday.",
        [("indirect", "The wage will rise in July", ["Jane Holloway"])],
    ),
    (
        "The leader of the opposition Open List, Nadia Lorne, told some six thousand supporters that the union would fail.",
        [("indirect", "the union would fail", ["Nadia Lorne"])],
    ),
    (
        "“I am tired,” the chairman of the Dockers' Union, Mirko Staal, said.",
        [("direct", "I am tired", ["Mirko Staal"])],
    ),
    (
        "“That is a long lunch,” Stefan Quill of the Open List said.",
        [("direct", "That is a long lunch", ["Stefan Quill"])],
    ),
    (
        "The UN's envoy, Lars Henriksen, warned that the truce was “hanging by a thread” and urged both sides to talk.",
        [("mixed", "the truce was “hanging by a thread”", ["Lars Henriksen"])],
    ),
    (
        "According to a report published by the ministry on Monday, the number of cases has doubled.",
        [("indirect", "the number of cases has doubled", [])],
    ),
    (
        "Klein said that talks might resume, but Frank Moor, the company's chief executive, said no date had been set.",
        [("indirect", "talks might resume", ["Klein"]), ("indirect", "no date had been set", ["Frank Moor"])],
    ),
    (
        "The Ministry of Trade said in a statement that exports had doubled. “We are content with the year,” the statement said.",
        [("indirect", "exports had doubled", ["Ministry of Trade"]), ("direct", "We are content with the year", ["Ministry of Trade"])],
    ),
    ("The so-called “war on small shops” continues.", []),
    ("Shoppers bought the book “How to Win Friends and Influence People” in the north.", []),
    ("He did not say that the bridge was closed. She declined to say who had paid.", []),
    (
        "Президент Беларуси Александр Иванов заявил журналистам, что переговоры завершены. По его словам, мост откроют весной.",
        [("indirect", "переговоры завершены", ["Александр Иванов"]), ("indirect", "мост откроют весной", ["Александр Иванов"])],
    ),
    (
        "Мария Петрова приехала. «Это важное решение, — сказала Петрова. — Оно изменит многое».",
        [("direct", "Это важное решение", ["Мария Петрова"]), ("direct", "Оно изменит многое", ["Мария Петрова"])],
    ),
    (
        "— Мы ждали этого дня, — сказал мэр города Виктор Орлов. — Теперь мост открыт.",
        [("direct", "Мы ждали этого дня", ["Виктор Орлов"]), ("direct", "Теперь мост открыт.", ["Виктор Орлов"])],
    ),
    (
        "Как сообщила пресс-секретарь министерства Мария Петрова, встреча состоится в пятницу.",
        [("indirect", "встреча состоится в пятницу", ["Мария Петрова"])],
    ),
    (
        "Міністр замежных спраў Сяргей Новік паведаміў, што перамовы адбудуцца ў чэрвені. «Мы гатовыя да дыялогу», — адзначыў міністр.",
        [("indirect", "перамовы адбудуцца ў чэрвені", ["Сяргей Новік"]), ("direct", "Мы гатовыя да дыялогу", ["Сяргей Новік"])],
    ),
    (
        "Президент України Андрій Коваль заявив: «Ми готові до переговорів».",
        [("direct", "Ми готові до переговорів", ["Андрій Коваль"])],
    ),
    ("Фильм «Очень длинная дорога к морю» вышел в прокат.", []),
]


@pytest.mark.parametrize(("text", "wanted"), TABLE)
def test_sentence_gives_its_statements(text: str, wanted: list[tuple[str, str, list[str]]]) -> None:
    found = extract(HEAD + text).statements

    assert [(s.kind, s.text, [p.name for p in s.speakers if p.name]) for s in found] == wanted


@pytest.mark.parametrize(
    ("text", "said_on", "rule", "place"),
    [
        (
            "Speaking at a rally in Springfield on Saturday, Mayor Ana Ruiz promised that no school would close.",
            "2023-05-13",
            "event phrase",
            "Springfield",
        ),
        ("Mayor Ana Ruiz said on Monday that no school would close.", "2023-05-15", "date beside the words", None),
        ("Ana Ruiz, who took office in March, said that no school would close.", "2023-05-17", "publication", None),
        ("The statement of Ana Ruiz, published on Monday, said that no school would close.", "2023-05-15", "published on", None),
    ],
)
def test_said_on_comes_from_the_reporting_clause(text: str, said_on: str, rule: str, place: str | None) -> None:
    statement = extract(HEAD + text).statements[0]

    assert statement.said_on is not None
    assert (statement.said_on.edtf, statement.said_on.rule) == (said_on, rule)
    assert (statement.occasion.place if statement.occasion else None) == place


def test_interview_gives_questions_as_asked() -> None:
    text = (
        HEAD
        + "The Lantern: Will you go?\n\nNadia Lorne: I will stay here.\n\nThe Lantern: And what then?\n\nNadia Lorne: Then I will rest."
    )

    assert [(s.text, s.speakers[0].name, s.force) for s in extract(text).statements] == [
        ("Will you go?", "The Lantern", "asked"),
        ("I will stay here.", "Nadia Lorne", "asserted"),
        ("And what then?", "The Lantern", "asked"),
        ("Then I will rest.", "Nadia Lorne", "asserted"),
    ]


def test_given_date_is_used_where_the_text_has_none() -> None:
    found = extract("Peter Marsh said on Monday that the vote was fair.", published="2024-06-24")

    assert found.statements[0].said_on is not None
    assert found.statements[0].said_on.edtf == "2024-06-24"


def test_zone_of_a_known_outlet_is_inferred() -> None:
    found = extract(
        "Ministers meet\n17 May 2023, 15:44\n\nMINSK (Wire) - Talks were held.", outlet_zones={"wire": "Europe/Minsk"}
    ).published

    assert found is not None
    assert (found.edtf, found.zone, found.zone_source) == ("2023-05-17T15:44:00+03:00", "Europe/Minsk", "inferred")


def test_zone_of_the_outlet_itself_goes_before_that_of_the_agency_it_prints() -> None:
    text = "Ministers meet\n17 May 2023, 15:44\n\nMINSK (Wire) - Talks were held."

    found = extract(text, outlet_zones={"wire": "Europe/Minsk"}, outlet_zone="Europe/London").published

    assert found is not None
    assert (found.edtf, found.zone, found.zone_source) == ("2023-05-17T15:44:00+01:00", "Europe/London", "inferred")


def test_title_of_a_transcript_names_its_occasion():
    text = "Remarks at the congress of engineers in Valmere\n17 May 2023, 15:44\n\nANNA KOVALEVA: We will open the bridge in the spring.\n"

    found = extract(text).statements[0]

    assert found.occasion is not None
    assert (found.occasion.text, found.occasion.place) == ("congress of engineers", "Valmere")


def test_force_is_printed_behind_the_kind() -> None:
    (statement,) = extract("A note\n17 May 2023, 15:44\n\nAnna Holt denied that the road was shut.").statements

    shown = statement.to_json()

    assert list(shown)[:2] == ["kind", "force"]
    assert (shown["force"], shown["text"], shown["cue"]["text"]) == ("denied", "the road was shut", "denied that")
