"""Quotations that no verb of speech takes: signed with a dash and a name, second parts of a sentence, or with nobody beside them."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.people.unit import Unit
from archive.extraction.speech.grammar import Cued, Grammar
from archive.extraction.speech.reports import DASHES, Cue, Report, Source
from archive.extraction.speech.stretches import is_long_quote
from archive.extraction.text.quotes import Quoted

LONGEST_SIGNATURE = 14
# A signature begins with a name within so many tokens, or is so many words of a body.
MOST_BEFORE_NAME = 4
MOST_OF_BODY = 5


def leftovers(cued: Cued, grammar: Grammar, found: Sequence[Report], last: Cue | None) -> list[Report]:
    """The quotations of the sentence that lie in none of the reports found; `last` is the cue of the last of these."""
    taken = list(found)
    for at, token in enumerate(cued.tokens):
        quoted = token.quoted
        if quoted is None or any(r.start <= quoted.inner < r.end for r in taken):
            continue
        signed = _name_after_dash(cued, at, quoted)
        if signed:
            taken.append(signed)
        elif (is_long_quote(token) or _stands_alone(cued, grammar, at, last)) and not grammar.is_title(cued, at):
            taken.append(_uncued(cued, at, quoted, taken, last) or _of_subject(cued, grammar, at, quoted))
    return taken[len(found) :]


def _name_after_dash(cued: Cued, at: int, quoted: Quoted) -> Report | None:
    tokens = cued.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].text not in DASHES:
        return None
    rest = tokens[at + 2 :]
    if len(rest) > LONGEST_SIGNATURE or not rest[0].is_capital or any(t.kind == "q" for t in rest):
        return None
    source = named_source(cued.unit, at + 2, len(tokens))
    return Report("direct", quoted.inner, quoted.outer, source, None, "name after a dash", (quoted,)) if source else None


def _uncued(cued: Cued, at: int, quoted: Quoted, taken: Sequence[Report], last: Cue | None) -> Report | None:
    """The second part of what the cue before it reports."""
    if last is None or not any(r.cue and r.end <= quoted.start for r in taken):
        return None
    span = (cued.tokens[last.first].start, cued.tokens[last.last].end)
    return Report("direct", quoted.inner, quoted.outer, last.source, span, "second quotation", (quoted,))


def _of_subject(cued: Cued, grammar: Grammar, at: int, quoted: Quoted) -> Report:
    source = grammar.subject(cued.unit, at)
    how = "subject of the sentence" if source else "nobody named"
    return Report("direct", quoted.inner, quoted.outer, source, None, how, (quoted,))


def _stands_alone(cued: Cued, grammar: Grammar, at: int, last: Cue | None) -> bool:
    """A short quotation counts where it is a sentence of its own or the second part of one, not as a word among words."""
    beside = [cued.tokens[n] for n in (at - 1, at + 1) if 0 <= n < len(cued.tokens)]
    if any(t.kind == "w" and t.lower not in grammar.connectors for t in beside):
        return False
    return last is not None or all(t.kind != "w" for t in cued.tokens)


def named_source(unit: Unit, begin: int, end: int) -> Source | None:
    """The name that fills tokens begin to end, as in a line "― Anna Smith, engineer"."""
    tokens = unit.tokens[begin:end]
    mention = next((m for m in unit.mentions if begin <= m.first <= begin + MOST_BEFORE_NAME), None)
    if mention:
        return Source("person", mention.name, mention.first, mention.last, mention.start, mention.end, (mention,))
    stop = next((n for n, t in enumerate(tokens) if t.kind != "w"), len(tokens))
    if not 1 <= stop <= MOST_OF_BODY:
        return None
    return Source("body", tokens[stop - 1].lower, begin, begin + stop - 1, tokens[0].start, tokens[stop - 1].end)
