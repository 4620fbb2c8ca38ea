"""Which lines of hand-wrapped text belong to one paragraph, whatever other lines stand beside them."""

import pytest

from archive.extraction import extract
from archive.extraction.text.blocks import blocks_of

ADDRESS = "Read more: https://www.coastwire.example/news/2019/03/12/harbour-wall-to-be-repaired-before-the-winter/index.html?from=mail"
LONG = "Mayor Brandt Announces the New Programme of the City for the Repair of the Harbour Wall, of the Quays and of the Coastal Road"

# what is written, with a stroke between the paragraphs that it is read as
TEXTS = {
    "one pair of lines": "Harbour wall to be repaired\n\nThe council of Ardo agreed on Tuesday to repair the\nharbour wall.",
    "a long title": (
        f"{LONG}\n\nThe harbour wall will be repaired within three years, the\nMinistry of Works of Ardo announced today, and\n"
        "paid for by the state."
    ),
    "a long address": f"The council of Ardo agreed on Tuesday to repair\nthe harbour wall.\n\n{ADDRESS}",
    "two paragraphs": (
        "The council of Ardo agreed on Tuesday to repair the wall\nand the quays. Mayor Lena Brandt said that work is to\nbegin in June."
        "\n\nNobody spoke against the plan, which Councillor Peter\nMarsh had brought."
    ),
    "indented": (
        "    ARDO, March 13 - The council agreed to repair the harbour\nwall before winter.|"
        "    It broke in the storm of last year, the mayor said."
    ),
    "a head above": (
        "Harbour wall to be repaired|By Ana Ruiz|12 March 2019|The council of Ardo agreed on Tuesday to repair the\nharbour wall."
    ),
    "a byline below a title of full width": (
        "Harbour wall is to be repaired before the winter comes|By Ana Ruiz|The council of Ardo agreed on Tuesday to repair the\n"
        "harbour wall."
    ),
    "a day in small letters": "El muro del puerto se reparará|miércoles, 17 de mayo de 2023|El ayuntamiento lo decidió.",
    "a byline in small letters": "Harbour wall is to be repaired in June|by Ana Ruiz|3 hours ago|The council agreed.",
    "a quotation that goes on with a capital": (
        "“We have waited long enough for this wall. And we will wait for\nLavern no longer,” Mayor Lena Brandt said."
    ),
    "a quotation and the name of its speaker": "“We have waited long enough for this wall,” said Mayor\nLena Brandt.",
    "quotations of a paragraph each": "“We have waited long enough for this wall, and for the quay|“Nobody will wait any longer.”",
    "capitals": "THE COUNCIL OF ARDO AGREED ON TUESDAY TO REPAIR THE HARBOUR\nWALL, WHICH A STORM BROKE LAST YEAR.",
    "addresses in lines of their own width": (
        "The council of Ardo agreed on Tuesday to repair the\n"
        "[harbour wall](https://www.coastwire.example/news/2019/03/12/harbour-wall-to-be-repaired-before-the-winter/index.html)\n"
        "before the winter, and the mayor is glad. She said that\nit will stand."
    ),
    "narrow": (
        "The council of Ardo agreed on\nTuesday to repair the harbour\nwall. Nobody in the hall spoke\nagainst the plan of the mayor."
    ),
    "wide and ragged": (
        "The council of Ardo agreed on Tuesday to repair the harbour wall, which a storm broke in the winter of last year, and to\n"
        "build a quay of stone beside it for the ferries and for the boats of the fishermen, who had waited for one a long time and\n"
        "Mayor Lena Brandt had promised it to them.|The work is to begin in June."
    ),
    "list": (
        "The council has decided on these works, which are to begin\nthis year:|•  the harbour wall, for which the state pays a half"
        " and the\n   City of Ardo the other|•  the quays"
    ),
    "numbered": (
        "The council of Ardo has decided on three works that\nare to begin this year, and which the state will pay"
        "|1. The harbour wall|2. The quays"
    ),
    "Russian": (
        "Совет города Ардо во вторник решил восстановить стену порта,\nкоторую зимой разрушил шторм. Мэр\nЛена Брандт сказала об этом."
    ),
    "a line each": "The council agreed on Tuesday to repair the harbour wall|Mayor Lena Brandt is glad of it|The work is to begin in June",
    "keys and values": "title: The harbour wall of Ardo is to be repaired|date: 2019-03-12|author: Ana Ruiz",
    "keys and values in a frame": (
        "---|title: The harbour wall of Ardo is to be repaired before\n  the winter|---\n\nThe council agreed on Tuesday to repair the"
        "\nharbour wall."
    ),
    "keys and values in Russian": "заголовок: Стену порта восстановят до зимы|дата: 17 мая 2023|автор: Анна Руис",
    "an address below a title": "The harbour wall of Ardo is to be repaired|https://www.coastwire.example/wall|The council agreed.",
    "short lines": "home and garden|politics|weather and traffic|all the news",
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_lines_of_a_paragraph_are_one_block(text: str, ending: str) -> None:
    paragraphs = [paragraph.strip() for paragraph in text.replace("\n\n", "|").split("|")]

    found = blocks_of(text.replace("|", "\n").replace("\n", ending))

    assert [block.text.replace("\r\n", "\n") for block in found] == paragraphs


def test_paragraphs_of_a_line_each_stay_apart_where_one_was_broken_by_chance() -> None:
    paragraphs = [f"The council of Ardo agreed to repair the {part} of the harbour." for part in ("wall", "quay", "road", "lamps", "gate")]

    found = blocks_of("\n".join(["In the hall of the harbour of Ardo on Tuesday\nthe council agreed.", *paragraphs]))

    assert [block.text for block in found[1:]] == paragraphs
    assert found[0].text.endswith("the council agreed.")


def test_lines_with_evidence_elsewhere_are_joined_where_they_are_full() -> None:
    sure = "The council of Ardo agreed on Tuesday to repair the\nharbour wall.\n \n" * 3

    found = blocks_of(f"{sure}Nobody in the hall spoke against the plan of the\nMayor.\n\nThe mayor is glad.\nThe work begins.")

    assert [block.text for block in found[3:]] == [
        "Nobody in the hall spoke against the plan of the\nMayor.", "The mayor is glad.", "The work begins.",
    ]  # fmt: skip


def test_quotation_over_line_ends_is_one_statement_beside_a_long_line() -> None:
    words = "The wall will stand before the winter\nof next year comes, and so will the quays of the harbour"
    found = extract(f"{LONG}\n\n12 March 2019\n\n“{words},”\nsaid Mayor Lena Brandt.\n\n{ADDRESS}\n").statements

    assert [(one.text, [speaker.name for speaker in one.speakers]) for one in found] == [(words, ["Lena Brandt"])]
