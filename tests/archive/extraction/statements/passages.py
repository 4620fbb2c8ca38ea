"""Invented words of one note of Wednesday, 17 May 2023, and what is read of when and where they were said."""

from archive.extraction import extract

HEAD = "A note from the region\n17 May 2023, 15:44\n\n"
EVENT, ISSUED, BESIDE, PUBLICATION, DATELINE = "event phrase", "published on", "date beside the words", "publication", "dateline"
TODAY = "2023-05-17"

QUOTED = "“The bridge will open,” Anna Kovaleva"
SAID = QUOTED + " said"
THAT = "Anna Kovaleva said that the bridge would open."
RU = "Анна Ковалева сообщила, что мост откроют весной."
BE = "Ганна Кавалёва паведаміла, што мост адкрыюць вясной."
UK = "Ганна Коваль повідомила, що міст відкриють навесні."


def read(text: str) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """The day, its rule, the occasion and the place of every statement."""
    found = extract(HEAD + text).statements
    return [
        (
            one.said_on and one.said_on.edtf,
            one.said_on and one.said_on.rule,
            one.occasion and one.occasion.text,
            one.occasion and one.occasion.place,
        )
        for one in found
    ]
