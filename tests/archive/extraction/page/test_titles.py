"""The title is the line above the article that looks most like one."""

import pytest

from archive.extraction import extract
from archive.extraction.page.kinds import sheet_of
from archive.extraction.page.titles import title_in
from archive.extraction.text.blocks import blocks_of

BODY = "The council of Ardo agreed on Tuesday to repair the harbour wall."
TITLE = "Harbour wall to be repaired"


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n",
        f"{TITLE}\n17 May 2023\n",
        f"News\n{TITLE}\n17 May 2023\n",
        f"Home | News | Sport\nPolitics\n{TITLE}\nBy Ana Ruiz\n17 May 2023\n",
        f"{TITLE}\nThe work is to begin in June and to end before the winter\n17 May 2023\n",
        f"{TITLE}\nBy Ana Ruiz\nStaff writer of the paper in Ardo\n17 May 2023\n",
        f"{TITLE}\nBy Ana Ruiz and Wei Liang\n",
        f"17 May 2023\n{TITLE}\n",
        f"{TITLE}\nLena Brandt (Ardo), Anna Hill (Lavern) and three others were there\n",
        f"Weather and traffic in Ardo\n\n{TITLE}\n17 May 2023\n",
        f"{TITLE}\nAna Ruiz in Ardo\n17 May 2023\n",
        f"{TITLE}\nANA RUIZ, OFFICE OF THE MAYOR\n17 May 2023\n",
        f"{TITLE}\nAna Ruiz with Reuters, AFP\n",
        f"{TITLE}\n\nHarbour Gazette\n17 May 2023\n",
        f"{TITLE} - Harbour Gazette, 17.05.2023\n{TITLE}\n17.05.2023\n",
        f"{TITLE}\n{TITLE}\nCoastWire\nThe work is to begin in June\n17.05.2023, CoastWire\n",
        f"Home > News > {TITLE}\n{TITLE}\nPRESS STATEMENT\n17 May 2023\n",
        f"17 MAY, 15:44\nUpdated at: 17:02\n{TITLE}\n3 minutes ago\n",
        f"15:44 17.05.2023 (updated: 17:02 17.05.2023)\n{TITLE}\n",
        f"{TITLE}\n04/05/2023\n",
        f"Harbour Commission - Press release\n{TITLE}\nArdo, 17 May 2023\n",
        f"{TITLE}\n\nThe wall of Ardo on Tuesday. REUTERS/Wei Liang Licensing Rights\n",
        f"{TITLE}\n901-17-05-2023 and 902\n17 May 2023\n",
    ],
)
def test_title_is_found(head):
    sheet = sheet_of(blocks_of(head + "\n" + BODY), None)
    at = title_in(sheet)

    assert at is not None
    assert sheet.blocks[at].text == TITLE


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"---\ntitle: {TITLE}\ndate: 2023-05-17T08:00:00-04:00\ndraft: false\n---\n", TITLE),
        (f"Date: 17 May 2023\nTitle: {TITLE}\nAuthor: Ana Ruiz\n", TITLE),
        (f'---\ntitle: "{TITLE}: a plan"\nurl: /wall\n---\n', f"{TITLE}: a plan"),
        (f"From: press@ardo.example\nTo: news@coastwire.example\nSubject: {TITLE}\nDate: 17 May 2023\n", TITLE),
        (f"-------- Forwarded message --------\nFrom: press@ardo.example\nSubject: {TITLE}\nTo: news@coastwire.example\n", TITLE),
        (f"заголовок: {TITLE}\nдата: 17 мая 2023 года\n", TITLE),
        ("Title: a book of the harbour and its wall\n", "a book of the harbour and its wall"),
    ],
)
def test_key_is_no_part_of_the_title(head, title):
    text = f"{head}\n{BODY}"
    found = extract(text).title

    assert found is not None
    assert (found.text, text[found.start : found.end]) == (title, title)


@pytest.mark.parametrize("head", ["", "17 May 2023\n", "By Ana Ruiz\n", "Photo: Ana Ruiz\n", "Home | News | Sport\n", "Read more\n"])
def test_text_without_a_title(head):
    assert title_in(sheet_of(blocks_of(f"{head}\n{BODY}"), None)) is None


def test_no_line_below_the_first_paragraph_is_the_title():
    assert title_in(sheet_of(blocks_of(f"{BODY}\n\n{TITLE}\n17 May 2023"), None)) is None


RUSSIAN = "Совет города Ардо во вторник решил восстановить стену порта, которую зимой разрушил шторм.\n\nРаботы начнутся в июне."


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        ("Стену порта восстановят до зимы.\n\n", True),
        ("Стену порта восстановят до зимы, сказала мэр.\n\n", False),
        ("Стену порта «восстановят».\n\n", False),
        ("Стену порта восстановят. Мэр рада.\n\n", False),
        ("Стену порта восстановят до зимы.\n", False),
        ("Стену порта восстановят до зимы" + ", и до весны" * 5 + ", и до лета.\n\n", False),
        ("The wall will be repaired before winter.\n\n", False),
    ],
)
def test_short_cyrillic_sentence_apart_from_the_text_below_is_its_title(first: str, is_title: bool) -> None:
    found = extract(first + RUSSIAN).title

    assert (found and found.text) == (first.strip() if is_title else None)


def test_short_cyrillic_sentence_above_shorter_ones_is_none() -> None:
    assert extract("Стену порта восстановят до зимы.\n\nМэр рада.\n\nСовет рад.").title is None
    assert extract(f"Стену порта восстановят до зимы.\n\n{RUSSIAN.split(chr(10), maxsplit=1)[0]}").title is None
