"""Whose words a whole document is: of whom its title, its opening, its signature or its byline says so.

What is said here may still be untrue: a report may be called “Statement by Anna Hill”. `own_words` weighs that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from archive.extraction.languages.english import occasions as english
from archive.extraction.languages.english.verbs import PASTS
from archive.extraction.languages.families import by_letters, is_cyrillic
from archive.extraction.languages.names import AND
from archive.extraction.page.head import Layout
from archive.extraction.page.transcripts.label_shapes import Printed
from archive.extraction.people.mentions import KnownNames, Mention, mentions_of
from archive.extraction.speakers.voices.headings import SMALL, as_sentences, without_office
from archive.extraction.speakers.voices.tidings import is_address, tells_of_words
from archive.extraction.text.blocks import Block
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token, tokens_of

ABOVE = 4  # lines above the text that may be its title
EARLY = 2  # paragraphs among which one announces a statement
LATE = 4  # blocks at the end among which a letter is signed
LONGEST_SIGNATURE = 80  # characters
# Between "Remarks" and "by": "as prepared for delivery", "to the council".
BETWEEN = re.compile(
    r"(?:\s(?:(?:as\s)?\w{4,12}(?:\sfor\s\w{4,10})?|to\s[^:,;]{3,60}|at\s[^:,;]{3,60}|before\s[^:,;]{3,60}))?\s(?:by|from)\s(?P<office>(?:[\w.’'-]+\s){0,4})",
    re.IGNORECASE,
)
OF = re.compile(r"(?:\s(?:as\s)?\w{4,12}(?:\sfor\s\w{4,10})?)?\sof\s(?P<office>(?:[\w.’'-]+\s){0,4})", re.IGNORECASE)
LEADING = re.compile(r"\s?[:|–—-]\s")
# What turns a Slavic title to somebody else: «Обращение к Анне Руис».
TO_ANOTHER = frozenset("к ко о об обо по с со на про до з за перед пра да аб у в памяти пам'яті памяці".split())
ANNOUNCES = re.compile(
    r"\b(?:(?:issued|releas(?:ed|es)|ma[dk]es?|gave|delivered|published|posted|read|offered)\s[^.:]{0,80}?(?:following|this|statement|remarks"
    r"|comments|letter|message)|(?:said|wrote|stated)\s(?:the\sfollowing|in\sa\s(?:statement|letter|post)))\b[^:]{0,200}:$"
    r"|(?:следующ|такие|таким|наступн|такою|такой|гэтк)[^:]{0,120}:$"
    r"|(?:выступил|обратил|опубликовал|сделал|виступи|звернув|звернул|оприлюдн|апублікава|звярнуў|звярнул|выступі)[^:]{3,160}:$"
)
CLOSES = re.compile(
    r"(?:(?:yours\s)?(?:sincerely|faithfully|truly|respectfully)(?:\syours)?|yours|(?:best|kind|warm)\s(?:regards|wishes)|with\s[\w\s]{3,30}"
    r"|с\sуважением|искренне\s\w{3,4}|с\sнаилучшими[\w\s]{0,20}|з\sповагою|щиро\s\w{3,4}|з\sпавагай|шчыра\s\w{3,4})[,.!]?",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?:(?P<name>[^\n@(]{3,40}?)\s{1,3}\(?)?@(?P<handle>\w{3,30})\)?(?:\s·.{1,30})?")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who is said to speak, by the place of the name; the words begin in paragraph `first`. `is_told` where a title or an opening says so
    and the text need not speak of itself."""

    label: Printed
    first: int = 0
    is_told: bool = True


@dataclass(frozen=True)
class Paper:
    """A document that may be one person's words."""

    text: str
    page: Layout
    known: KnownNames

    @cached_property
    def opening(self) -> int:
        """How many paragraphs stand above the stamp: one where the title ends in a full stop."""
        stamp = self.page.published.start if self.page.published else None
        above = sum(block.end <= stamp for block in self.page.body) if stamp else 0
        return above if above == 1 else 0

    @cached_property
    def above(self) -> list[Block]:
        """The lines above its first paragraph, and what stands above the stamp."""
        first = self.page.body[self.opening].start if self.opening < len(self.page.body) else 0
        lines = [block for block in (*self.page.beside, *self.page.body[: self.opening]) if block.end <= first]
        return sorted(lines, key=lambda block: block.start)[:ABOVE]

    @cached_property
    def first(self) -> int:
        """The first paragraph of the words where a title says whose they are, behind an announcement of them."""
        following = self.page.body[self.opening : self.opening + 1]
        return self.opening + sum(bool(ANNOUNCES.search(block.text)) for block in following)

    @cached_property
    def ending(self) -> list[Block]:
        """Its last paragraphs and lines."""
        return sorted([*self.page.body[-LATE:], *self.page.beside[-LATE:]], key=lambda block: block.start)[-LATE:]

    def tokens(self, block: Block) -> list[Token]:
        return tokens_of(self.quiet, block.start, block.end)

    def named(self, tokens: Sequence[Token]) -> list[Mention]:
        return mentions_of(self.quiet, tokens, self.known)

    @cached_property
    def quiet(self) -> str:
        return as_sentences(self.text, self.above)


def _owner(found: Mention, first: int = 0, *, is_told: bool = True) -> Owner:
    mention = without_office(found)
    return Owner(Printed(mention.name, mention.start, mention.end, mention.end, "title", role=mention.role or ""), first, is_told)


OWNER = Rules[[Paper], Owner | None]("whose words are all of a document", otherwise=None)


@OWNER.rule("title with “by”", "Remarks by Minister Anna Hill\n\n17 May 2023\n\nWe will open the bridge in May, and I am glad of it.")
def _by_title(paper: Paper) -> Owner | None:
    return next((_owner(mention, paper.first) for block in paper.above for mention in _behind_address(paper, block)), None)


def _behind_address(paper: Paper, block: Block) -> Iterator[Mention]:
    """The one whom a title names right behind what he said; of two nobody is told."""
    tokens = paper.tokens(block)
    at = next((number for number, token in enumerate(tokens) if is_address(token)), len(tokens))
    behind = tokens[at + 1 :]
    for mention in paper.named(behind):
        leads = _leads_to(paper.text, tokens[at], behind, mention) and _ends_in_name(behind, mention)
        if leads and not tells_of_words(tokens[:at], behind[mention.last + 1 :]):
            yield mention
        return


def _leads_to(text: str, address: Token, behind: Sequence[Token], mention: Mention) -> bool:
    between = text[address.end : behind[mention.first].start]
    if is_cyrillic(address.text):
        return TO_ANOTHER.isdisjoint(between.casefold().split()) and not between.rstrip().endswith((".", "«"))
    leads = BETWEEN.fullmatch(between) or OF.fullmatch(between)
    return LEADING.fullmatch(between) is not None or (leads is not None and SMALL.isdisjoint(leads["office"].casefold().split()))


def _ends_in_name(tokens: Sequence[Token], mention: Mention) -> bool:
    """Unlike "by Anna Hill and Tom Orr", "by Anna Hill's lawyer" and "by Anna Hill Sold at Auction"."""
    last, behind = tokens[mention.last], tokens[mention.last + 1 : mention.last + 3]
    is_joined = len(behind) == 2 and behind[0].lower in AND and behind[1].is_capital
    return not (is_joined or last.bare != last.text or (mention.name.count(" ") > 1 and last.lower in PASTS))


@OWNER.rule(
    "name before what was said",
    "Minister Anna Hill's Statement on the Bridge\n\n17 May 2023\n\nWe will open it in May, and I am glad of it.",
)
def _before_address(paper: Paper) -> Owner | None:
    for block in paper.above:
        tokens = paper.tokens(block)
        at = next((number for number, token in enumerate(tokens) if number > 1 and token.is_capital and is_address(token)), 0)
        if tells_of_words((), tokens[at + 1 :]):
            continue
        while at and tokens[at - 1].lower in english.ADDRESS_KINDS:
            at -= 1
        found = paper.named(tokens[:at])
        if len(found) == 1 and found[0].first <= 1 and found[0].last == at - 1 and found[0].sure:
            return _owner(found[0], paper.first)
    return None


@OWNER.rule("opening", "Minister Anna Hill issued the following statement:\n\nWe will open the bridge in May.\n\nI am glad of it.")
def _by_opening(paper: Paper) -> Owner | None:
    for number, block in enumerate(paper.page.body[:EARLY]):
        announced = ANNOUNCES.search(block.text)
        if announced and number + 1 < len(paper.page.body):
            before = [one for one in paper.named(paper.tokens(block)) if one.end <= block.start + announced.start()]
            return _owner(before[-1], number + 1) if len({one.name for one in before}) == 1 else None
    return None


@OWNER.rule("signature", "Dear all,\n\nWe will open the bridge in May.\n\nI am glad of it.\n\nYours sincerely,\n\nAnna Hill")
def _by_signature(paper: Paper) -> Owner | None:
    closing = next((number for number, block in enumerate(paper.ending) if CLOSES.fullmatch(block.text)), None)
    lines = [block for block in paper.ending[closing + 1 :] if len(block.text) <= LONGEST_SIGNATURE] if closing is not None else []
    found = [mention for block in lines for mention in paper.named(paper.tokens(block))[:1] if mention.is_full]
    return _owner(found[0], is_told=False) if len(found) == 1 else None


@OWNER.rule("post", "Anna Hill\n@annahill\n\nWe will open the bridge in May.\n\nI am glad of it.")
def _by_handle(paper: Paper) -> Owner | None:
    for number, block in enumerate(paper.above):
        match = HANDLE.fullmatch(block.text)
        if match and (match["name"] or number):
            found = paper.named(paper.tokens(block if match["name"] else paper.above[number - 1]))
            return _owner(found[0]) if len(found) == 1 else None
    return None


@OWNER.rule("byline", "Why the bridge must open\n\nBy Anna Hill\n\nI cross it each day.\n\nMy children cross it.\n\nI will not pay for it.")
def _by_line(paper: Paper) -> Owner | None:
    author = paper.page.author
    if author is None or author.start is None or author.end is None:
        return None
    found = paper.named(tokens_of(paper.text, author.start, author.end))
    label = Printed(author.name, author.start, author.end, author.end, "title")
    return Owner(label, is_told=False) if len(found) < 2 and by_letters(author.name, " and ", " и ") not in author.name else None
