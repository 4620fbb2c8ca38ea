"""The walk over a sentence, with the grammar of a third family: a made-up French of a few words. Nothing of the two families is touched."""

import pytest

from archive.extraction.speech.clauses import quotations_of, reports_of
from archive.extraction.speech.grammar import NOTHING, Content, Cued, Grammar, Reached, cued_by
from archive.extraction.speech.reports import Cue, Report, Source
from tests.archive.extraction.speech.sentences import units_in

SAYING = ("dit", "ajoutant")


def _source(unit, at):
    tokens = unit.tokens
    near = [n for n in (at - 1, at + 1) if 0 <= n < len(tokens) and tokens[n].is_capital and tokens[n].kind == "w"]
    return Source("person", tokens[near[0]].text, near[0], near[0], tokens[near[0]].start, tokens[near[0]].end) if near else None


def _cued(text, unit) -> Cued:
    cues = []
    for at, token in enumerate(unit.tokens):
        if token.lower in SAYING:
            source = cues[-1].source if token.lower == "ajoutant" else _source(unit, at)
            cues.append(Cue(at, at, token.lower, source, inverted=source is not None and source.first > at))
    return cued_by(text, unit, cues)


def _behind(here: Reached) -> Content:
    at, tokens = here.cue.stop, here.tokens
    if at < len(tokens) and tokens[at].lower == "que":
        comma = next((n for n in range(at, len(tokens)) if tokens[n].text == ","), len(tokens))
        return Content(at + 1, comma, "clause after that")
    return Content(at + 1, at + 2, "quotation after", apart=True) if at < len(tokens) and tokens[at].text == ":" else NOTHING


def _continuation(here: Reached) -> Content:
    at = here.cue.stop
    return Content(at + 1, len(here.tokens), "clause after") if here.tokens[at].text == "," else NOTHING


FRENCH = Grammar(
    cued=_cued,
    leading=frozenset(["ajoutant"]),
    connectors=frozenset(["mais"]),
    opening=lambda here: here.cue.begin,
    around=lambda here: NOTHING,
    trails=lambda here, end: here.tokens[here.at].lower != "hier",
    past_opener=lambda cued, begin, end: begin + (cued.tokens[begin].lower == "mais"),
    behind=_behind,
    continuation=_continuation,
    held=lambda cued, cue, content: None,
    is_title=lambda cued, at: at > 0 and cued.tokens[at - 1].lower == "roman",
    subject=lambda unit, at: None,
    parts=lambda cued, report: [report],
    backward=lambda unit, cues: None,
)


def read(text: str) -> list[tuple[str, str, str, str | None]]:
    """Kind, words, how they were found and who says them."""
    (unit,) = units_in(text)
    return [shown(text, report) for report in reports_of(FRENCH.cued(text, unit), FRENCH)]


def shown(text: str, report: Report) -> tuple[str, str, str, str | None]:
    return report.kind, text[report.start : report.end], report.how, report.source.head if report.source else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anne dit que la route est close.", [("indirect", "la route est close", "clause after that", "Anne")]),
        ("La route est close, dit Anne.", [("indirect", "La route est close", "clause before", "Anne")]),
        ("Mais la route est close, dit Anne.", [("indirect", "la route est close", "clause before", "Anne")]),
        ("Hier, dit Anne.", []),
        # the cue inside what another reports is that report's
        ("Anne dit que Paul dit que la route est close.", [("indirect", "Paul dit que la route est close", "clause after that", "Anne")]),
        # what a leading cue has is behind it alone
        (
            "Anne dit que la route est close, ajoutant que le pont est ouvert.",
            [
                ("indirect", "la route est close", "clause after that", "Anne"),
                ("indirect", "le pont est ouvert", "clause after that", "Anne"),
            ],
        ),
        # what goes on behind the reporting clause
        (
            "La route est close, dit Anne, et le restera.",
            [("indirect", "La route est close", "clause before", "Anne"), ("indirect", "et le restera", "clause after", "Anne")],
        ),
        # quotations
        ("Anne dit : “Non.”", [("direct", "Non.", "quotation after", "Anne")]),
        ("“Non, jamais”, dit Anne.", [("direct", "Non, jamais", "quotation before", "Anne")]),
        ("La route est “close pour toujours”, dit Anne.", [("mixed", "La route est “close pour toujours”", "clause before", "Anne")]),
        ("Le roman “La route est close”, dit Anne.", []),
        (
            "“Non, jamais”, dit Anne, “et je le dis bien.”",
            [
                ("direct", "Non, jamais", "quotation before", "Anne"),
                ("direct", "et je le dis bien.", "second quotation", "Anne"),
            ],
        ),
        ("“Je ne le sais pas encore.”", [("direct", "Je ne le sais pas encore.", "nobody named", None)]),
    ],
)
def test_walk_takes_what_the_grammar_answers(text, wanted):
    assert read(text) == wanted


def test_quotations_of_a_list_have_nobody_beside_them():
    text = "Anne dit “la route est bien close” et Paul dit “le pont est bien ouvert”."
    (unit,) = units_in(text)

    found = quotations_of(text, unit, FRENCH)

    assert [shown(text, report) for report in found] == [
        ("direct", "la route est bien close", "nobody named", None),
        ("direct", "le pont est bien ouvert", "nobody named", None),
    ]
