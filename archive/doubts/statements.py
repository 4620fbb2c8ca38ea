"""What speaks against a statement as it stands: each rule tells what it found, in a sentence for the editor."""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext

from archive import edtf
from archive.doubts import kept_with
from archive.doubts.beside import Beside, beside
from archive.doubts.spans import doubts_of_span
from archive.enums import SpeakerKind
from archive.errors import Doubt
from archive.models import Statement
from archive.models.statement import OF_PUBLICATION
from archive.printed_names import is_odd, is_pronoun, looks_like_a_name

# What a draft may lack, or may be read with; who accepts it is asked.
INCOMPLETE = ("no-speaker", "unknown-speaker", "odd-name", "unsure-speaker", "no-date", "source")
SURE = 0.9  # of its speakers, as are four of five proposals that name somebody

Rule = Callable[[Beside], Iterable[Doubt]]


def doubts_of(statement: Statement, today: date) -> list[Doubt]:
    """Everything that a person should have looked at before these words are accepted."""
    (one,) = beside([statement], [today])
    return doubts_beside(one)


def doubts_beside(one: Beside) -> list[Doubt]:
    """The same of one of many, which were read at once."""
    return [doubt for rule in RULES for doubt in rule(one)]


def left_of(statement: Statement) -> list[Doubt]:
    """What nobody confirmed yet and would be asked now."""
    return left_of_each([statement])[statement.pk]


def left_of_each(statements: Collection[Statement]) -> dict[int, list[Doubt]]:
    """The same of many, which are read at once, by their numbers."""
    today = timezone.now().date()
    read = beside(statements, [today] * len(statements))
    return {one.statement.pk: [doubt for doubt in doubts_beside(one) if doubt not in kept_with(one.statement)] for one in read}


def doubts_of_words(statement: Statement, today: date) -> list[Doubt]:
    """The same of a draft, which may still lack speaker and date."""
    return [one for one in doubts_of(statement, today) if is_of_words(one)]


def is_of_words(doubt: Doubt) -> bool:
    return doubt.key not in INCOMPLETE


def _speakers(one: Beside) -> Iterator[Doubt]:
    nobody = [named for named in one.named if not named.speaker and is_pronoun(named.name)]
    if len(nobody) == len(one.named):
        told = [gettext("“%(name)s” names nobody.") % {"name": named.name} for named in nobody]
        yield Doubt("no-speaker", " ".join([*told, gettext("No speaker stands beside these words.")]))
    for named in one.named:
        if not named.speaker and named not in nobody and looks_like_a_name(named.name):
            yield Doubt("unknown-speaker", gettext("“%(name)s” leads to no speaker of the archive yet.") % {"name": named.name})


def _odd_names(one: Beside) -> Iterator[Doubt]:
    """Of persons, and of those whom the archive does not know; a description such as “a source” is no name."""
    for named in one.named:
        is_person = named.speaker.kind == SpeakerKind.PERSON if named.speaker else looks_like_a_name(named.name)
        if is_person and is_odd(str(named)):
            yield Doubt("odd-name", gettext("“%(name)s” does not look like the name of a person.") % {"name": named})


def _unsure_speakers(one: Beside) -> Iterator[Doubt]:
    """As extraction named them: whoever puts them right on a form has looked."""
    sure = one.statement.confidence
    if sure is None or sure >= SURE:
        return
    if named := ", ".join(map(str, one.named)):
        yield Doubt(
            "unsure-speaker",
            gettext("Only %(percent)s %% sure: that it is %(name)s who says this.") % {"percent": round(100 * sure), "name": named},
        )


def _date(one: Beside) -> Iterator[Doubt]:
    if not one.statement.said_on and not one.statement.undated:
        yield Doubt("no-date", gettext("It has no date, and nobody said that none can be found."))


def _in_the_future(one: Beside) -> Iterator[Doubt]:
    said = one.statement.said
    if said and said.earliest > one.today:
        yield Doubt("in-the-future", gettext("The day of saying is still to come: %(words)s.") % {"words": said.words})


def _after_publication(one: Beside) -> Iterator[Doubt]:
    said, published = one.statement.said, one.statement.document.published
    latest = edtf.parse(published).latest if published else None
    if said and latest and said.earliest > latest:
        yield Doubt(
            "after-published",
            gettext("Said on %(words)s, after the document was published (%(published)s).")
            % {"words": said.words, "published": edtf.parse(published).words},
        )


def _published_otherwise(one: Beside) -> Iterator[Doubt]:
    """Its day was taken from the document, whose day was entered or corrected after somebody had worked on the statement."""
    said, published = one.statement.said, one.statement.document.published
    if said and published and one.statement.said_rule in OF_PUBLICATION and one.statement.said_on != published.split("T")[0]:
        told = edtf.parse(published).words
        yield Doubt(
            "published-otherwise",
            gettext("Its day (%(words)s) was read as that of publication, which is another now (%(told)s).")
            % {"words": said.words, "told": told},
        )


def _before_the_outlet(one: Beside) -> Iterator[Doubt]:
    outlet = one.statement.document.outlet
    if outlet and _is_before(one.statement, outlet.since_earliest):
        yield Doubt(
            "before-outlet",
            gettext("Said before the first year of %(name)s (%(words)s).") % {"name": outlet.name, "words": edtf.parse(outlet.since).words},
        )


def _before_the_speakers(one: Beside) -> Iterator[Doubt]:
    for speaker in (named.speaker for named in one.named):
        if speaker and _is_before(one.statement, speaker.since_earliest):
            yield Doubt(
                "before-speaker",
                gettext("Said before the first year of %(name)s (%(words)s).")
                % {"name": speaker.name, "words": edtf.parse(speaker.since).words},
            )


def _is_before(statement: Statement, first: date | None) -> bool:
    latest = statement.said.latest if statement.said else None
    return bool(first and latest and latest < first)


def _span(one: Beside) -> Iterator[Doubt]:
    yield from doubts_of_span(one.statement.document.text, one.statement.start, one.statement.end)


def _same_words(one: Beside) -> Iterator[Doubt]:
    for other in one.over:
        told = gettext("A statement has these words already: “%(other)s”.")
        if other.document_id != one.statement.document_id:
            told = gettext("A statement of another capture of the article has these words already: “%(other)s”.")
        yield Doubt("same-words", told % {"other": other}, other)


def _source(one: Beside) -> Iterator[Doubt]:
    for note in one.notes:
        yield Doubt("source", gettext("%(words)s.") % {"words": note.words})


RULES: tuple[Rule, ...] = (
    _speakers, _odd_names, _unsure_speakers, _date, _in_the_future, _after_publication, _published_otherwise, _before_the_outlet,
    _before_the_speakers, _span, _same_words, _source,
)  # fmt: skip
