"""What speaks against a statement as it stands: each rule tells what it found, in a sentence for the editor."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.utils import timezone

from archive import edtf
from archive.doubts import kept_with
from archive.doubts.spans import doubts_of_span
from archive.enums import SpeakerKind, StatementStatus
from archive.errors import Doubt
from archive.models import Attribution, Statement
from archive.models.source_note import notes_of
from archive.printed_names import is_odd, is_pronoun, looks_like_a_name

MOST_NAMED = 3  # of the statements over the same words
# What a draft may lack, or may be read with; who accepts it is asked.
INCOMPLETE = ("no-speaker", "unknown-speaker", "odd-name", "unsure-speaker", "no-date", "source")
SURE = 0.9  # of its speakers, as are four of five proposals that name somebody

Rule = Callable[[Statement, date], Iterable[Doubt]]


def doubts_of(statement: Statement, today: date) -> list[Doubt]:
    """Everything that a person should have looked at before these words are accepted."""
    return [doubt for rule in RULES for doubt in rule(statement, today)]


def left_of(statement: Statement) -> list[Doubt]:
    """What nobody confirmed yet and would be asked now."""
    known = kept_with(statement)
    return [one for one in doubts_of(statement, timezone.now().date()) if one not in known]


def doubts_of_words(statement: Statement, today: date) -> list[Doubt]:
    """The same of a draft, which may still lack speaker and date."""
    return [one for one in doubts_of(statement, today) if is_of_words(one)]


def is_of_words(doubt: Doubt) -> bool:
    return doubt.key not in INCOMPLETE


def _speakers(statement: Statement, today: date) -> Iterator[Doubt]:
    named = list(Attribution.objects.filter(statement=statement).select_related("speaker"))
    nobody = [one for one in named if not one.speaker and is_pronoun(one.name)]
    if len(nobody) == len(named):
        told = "".join(f"“{one.name}” names nobody. " for one in nobody)
        yield Doubt("no-speaker", f"{told}No speaker stands beside these words.")
    for one in named:
        if not one.speaker and one not in nobody and looks_like_a_name(one.name):
            yield Doubt("unknown-speaker", f"“{one.name}” leads to no speaker of the archive yet.")


def _odd_names(statement: Statement, today: date) -> Iterator[Doubt]:
    """Of persons, and of those whom the archive does not know; a description such as “a source” is no name."""
    for one in Attribution.objects.filter(statement=statement).select_related("speaker"):
        is_person = one.speaker.kind == SpeakerKind.PERSON if one.speaker else looks_like_a_name(one.name)
        if is_person and is_odd(str(one)):
            yield Doubt("odd-name", f"“{one}” does not look like the name of a person.")


def _unsure_speakers(statement: Statement, today: date) -> Iterator[Doubt]:
    """As extraction named them: whoever puts them right on a form has looked."""
    if statement.confidence is None or statement.confidence >= SURE:
        return
    if named := ", ".join(map(str, Attribution.objects.filter(statement=statement).select_related("speaker"))):
        yield Doubt(
            "unsure-speaker", f"Read from the text to {round(100 * statement.confidence)} % only: that it is {named} who says this."
        )


def _date(statement: Statement, today: date) -> Iterator[Doubt]:
    if not statement.said_on and not statement.undated:
        yield Doubt("no-date", "It has no date, and nobody said that none can be found.")


def _in_the_future(statement: Statement, today: date) -> Iterator[Doubt]:
    said = statement.said
    if said and said.earliest > today:
        yield Doubt("in-the-future", f"The day of saying is still to come: {said.words}.")


def _after_publication(statement: Statement, today: date) -> Iterator[Doubt]:
    said, published = statement.said, statement.document.published
    latest = edtf.parse(published).latest if published else None
    if said and latest and said.earliest > latest:
        yield Doubt("after-published", f"Said on {said.words}, after the document was published ({edtf.parse(published).words}).")


def _before_the_outlet(statement: Statement, today: date) -> Iterator[Doubt]:
    outlet = statement.document.outlet
    if outlet and _is_before(statement, outlet.since_earliest):
        yield Doubt("before-outlet", f"Said before the first year of {outlet.name} ({edtf.parse(outlet.since).words}).")


def _before_the_speakers(statement: Statement, today: date) -> Iterator[Doubt]:
    for one in Attribution.objects.filter(statement=statement).exclude(speaker=None).select_related("speaker"):
        speaker = one.speaker
        if speaker and _is_before(statement, speaker.since_earliest):
            yield Doubt("before-speaker", f"Said before the first year of {speaker.name} ({edtf.parse(speaker.since).words}).")


def _is_before(statement: Statement, first: date | None) -> bool:
    latest = statement.said.latest if statement.said else None
    return bool(first and latest and latest < first)


def _span(statement: Statement, today: date) -> Iterator[Doubt]:
    yield from doubts_of_span(statement.document.text, statement.start, statement.end)


def _same_words(statement: Statement, today: date) -> Iterator[Doubt]:
    others = Statement.objects.filter(document__article=statement.document.article_id).exclude(pk=statement.pk)
    others = others.exclude(status=StatementStatus.REJECTED).only("public_id", "document", "start", "end", "text", "status").order_by("id")
    over = [one for one in others if _is_over(one, statement)]
    for one in over[:MOST_NAMED]:
        where = "" if one.document_id == statement.document_id else " of another capture of the article"
        yield Doubt("same-words", f"A statement{where} has these words already: “{one}”.", one)


def _is_over(one: Statement, other: Statement) -> bool:
    if one.document_id == other.document_id:
        return one.start < other.end and other.start < one.end
    return one.text.casefold().split() == other.text.casefold().split()


def _source(statement: Statement, today: date) -> Iterator[Doubt]:
    for note in notes_of([statement.document_id]).get(statement.document_id, ()):
        yield Doubt("source", f"{note.words}.")


RULES: tuple[Rule, ...] = (
    _speakers, _odd_names, _unsure_speakers, _date, _in_the_future, _after_publication, _before_the_outlet, _before_the_speakers,
    _span, _same_words, _source,
)  # fmt: skip
