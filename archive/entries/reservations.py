"""Words by which a speaker, or who reports him, says that this was said before: “as I said in March”, “reiterated”, «повторил».

The first record of a claim is then the first here and not the first time. Each rule has an example that makes it speak.
"""

import re
from dataclasses import dataclass

from archive.entries.rows import StatementRow
from archive.enums import StatementKind
from archive.models import Statement

SENTENCE_END = re.compile(r"[.!?…][»”\"’]?\s+(?=[«“\"A-ZА-ЯЁІЎЇЄ])|\n")


@dataclass(frozen=True)
class Rule:
    """`speaker`: the words are the speaker's own and not the reporter's beside them."""

    name: str
    words: re.Pattern[str]
    speaker: bool
    example: str


def _rule(name: str, example: str, *words: str, speaker: bool = False) -> Rule:
    return Rule(name, re.compile("|".join(words), re.IGNORECASE), speaker, example)


WE = r"\b(?:I|we)(?:['’]ve| have| had)?"
AGAIN = r"(?:again|once more|once again|yet again)"
SAID = r"(?:said|told|stated|insisted|declared|warned|stressed)"
RUSSIAN_AGAIN, RUSSIAN_SAID = (
    r"(?:вновь|снова|опять|ещё раз|еще раз|в очередной раз)",
    r"(?:заявил|сказал|подчеркнул|отметил|напомнил)[аи]?",
)
OFTEN = r"(?:уже|не раз|неоднократно|много раз|всегда)"
UKRAINIAN_SAID = r"(?:заявив|сказав|наголосив|підкреслив|заявила|сказала|наголосила|заявили|сказали|наголосили)"
BELARUSIAN_SAID = r"(?:заявіў|сказаў|падкрэсліў|заявіла|сказала|падкрэсліла|заявілі|сказалі)"

RULES = (
    _rule(
        "as I said", "As I said in March, the toll stays.",
        rf"\b(?:as|like) {WE} (?:\w+ ){{0,2}}(?:said|told|stated|noted|explained|promised|announced)\b", speaker=True,
    ),
    _rule(
        "I have said before", "I have said this many times: the toll stays.",
        rf"{WE} (?:said|stated|told you|explained) (?:\w+ ){{0,2}}(?:before|already|repeatedly|again and again|\w+ times)\b", speaker=True,
    ),
    _rule(
        "always said", "We have always said that the toll stays.",
        rf"{WE} (?:always|already|repeatedly|often|consistently) (?:said|stated|maintained|insisted|told)\b", speaker=True,
    ),
    _rule(
        "I repeat", "I repeat: the toll stays.", r"\b(?:I|we|let me|let us|I['’]ll|I will) (?:\w+ )?(?:repeat|reiterate)\b",
        rf"\b(?:I|we|let me|let us|I['’]ll|I will) say (?:it |this |that )?{AGAIN}\b", speaker=True,
    ),
    _rule(
        "как я говорил", "Как я уже говорил, сбор останется.",
        r"\bкак (?:я|мы) (?:\w+ ){0,2}(?:говорил|сказал|отмечал|заявлял|объяснял)\w*", speaker=True,
    ),
    _rule(
        "уже говорил", "Мы всегда говорили, что сбор останется.",
        rf"\b(?:я|мы) (?:это |об этом )?{OFTEN} (?:это |об этом )?(?:говорил|заявлял|отмечал)\w*", speaker=True,
    ),
    _rule(
        "повторяю", "Повторяю: сбор останется.", r"\b(?:повторяю|повторю)\b", r"\b(?:ещё|еще) раз скажу\b", r"\bскажу (?:ещё|еще) раз\b",
        speaker=True,
    ),
    _rule(
        "як я казав", "Як я вже казав, збір залишиться.", r"\bяк (?:я|ми|мы) (?:\w+ ){0,2}(?:каза[влў]|говори[влў]|гавары[лў])\w*",
        r"\b(?:повторюю|паўтараю)\b", speaker=True,
    ),
    _rule(
        "reiterated", "The minister reiterated that the toll stays.", r"\b(?:reiterat|reaffirm|restat)(?:ed|es|ing)\b",
        r"(?<!was )(?<!were )(?<!been )(?<!often )\brepeated\b(?=\W*$|[,:.;]| (?:that|his|her|their|its|on|in|at|to|this|what)\b)",
    ),
    _rule("said again", "She once again said that the toll stays.", rf"\b{AGAIN} {SAID}\b", rf"\b{SAID} {AGAIN}\b"),
    _rule("повторил", "Министр повторил, что сбор останется.", r"\bповтор(?:ил[аи]?|яет)\b", rf"\b{RUSSIAN_AGAIN} {RUSSIAN_SAID}\b"),
    _rule(
        "повторив", "Міністр повторив, що збір залишиться.", r"\bповтори(?:в|ла|ли)\b", rf"\b(?:вкотре|знову|ще раз) {UKRAINIAN_SAID}\b",
    ),
    _rule(
        "паўтарыў", "Міністр паўтарыў, што збор застанецца.", r"\bпаўтары(?:ў|ла|лі)\b",
        rf"\b(?:зноў|яшчэ раз|чарговы раз) {BELARUSIAN_SAID}\b",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Reservation:
    """The words that say so, and whether the speaker says them or the report does."""

    words: str
    by_speaker: bool


def reservation_of(row: Statement | StatementRow, start: int, end: int) -> Reservation | None:
    """The first rule that speaks: of the sentence that carries the claim with these words, then of what the report says beside it."""
    within = _sentence(row, start, end)
    beside = _beside(row, within)
    reported = [*beside, within] if row.kind != StatementKind.DIRECT else beside
    for rule in RULES:
        for text in [within] if rule.speaker else reported:
            if match := rule.words.search(text):
                return Reservation(match[0], rule.speaker)
    return None


def _sentence(row: Statement | StatementRow, start: int, end: int) -> str:
    """The words of the statement from where the sentence begins that carries the claim to where it ends."""
    text, first, last = row.text, start - row.start, end - row.start
    ends = [end.end() for end in SENTENCE_END.finditer(text)]
    return text[max((end for end in ends if end <= first), default=0) : min((end for end in ends if end >= last), default=len(text))]


def _beside(row: Statement | StatementRow, within: str) -> list[str]:
    """What stands in the same sentence before and behind the statement, where its first and last sentence carry the claim."""
    before = SENTENCE_END.split(row.prefix + row.text[:1])[-1] if row.text.startswith(within) else ""
    behind = SENTENCE_END.split(row.text[-1:] + row.suffix)[0] if row.text.endswith(within) else ""
    return [before, behind]
