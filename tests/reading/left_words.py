"""What a page shows to people, and the words that a layperson did not understand in it."""

import re
from html.parser import HTMLParser

UNSEEN = {"script", "style", "template", "code"}
SPOKEN = {"title", "aria-label", "placeholder", "alt"}  # attributes that are shown or read aloud
# They stay names in code and JSON.
LEFT = re.compile(
    r"permalink|\bnarrower\b|\bwider\b|\bvariants?\b|\brelay(ed|s)?\b|\basserts?\b|\blocator|\bstance|\blikeness|\boccurrences?\b|\bjudge|"
    r"\bedtf\b|\bbcp\b|\biana\b|\betc/|\bwire cop|\bpropositions?\b|\breversal|\bsilence\b|by the rule|told before|event phrase|"
    r"dateparser|\bempties\b|\bcoarse dates\b|nobody by name|no place in this list|sha-256|^class$|^attribution$|^characters$|"
    r"\bin one statement with\b",
    re.IGNORECASE,
)


class Shown(HTMLParser):
    """The pieces of text of a page that people see or hear."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        self.pieces += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self.unseen and data.strip():
            self.pieces.append(data.strip())


def shown(page: str) -> list[str]:
    reader = Shown()
    reader.feed(page)
    return reader.pieces


def left_words(page: str) -> list[str]:
    return [piece for piece in shown(page) if LEFT.search(piece)]
