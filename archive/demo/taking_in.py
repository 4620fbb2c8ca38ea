"""One document through capture, drafting and review: proposals are put right, accepted or rejected; what was missed is entered by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from archive.acts import record, save
from archive.capture import capture
from archive.capture.provenance import Provenance
from archive.demo.catalogue import Catalogue
from archive.demo.decisions import DocumentDecision, StatementDecision
from archive.demo.users import Desk
from archive.drafting import draft
from archive.enums import DocumentRelation, StatementStatus, Verb
from archive.models import Document, Speaker, Statement, User
from archive.publication import Notice, concerns_public, relate, set_speakers
from archive.review import accept_all, reject

EDGES = " \n\"“”„«»'’.,;:!?…—-"  # what may stand beside the same words
CLAIMED = 0.5  # of the shorter of two passages, for a proposal to be about a decision's words


@dataclass(frozen=True)
class Taken:
    """A document that was read, with the statement of each decision."""

    decision: DocumentDecision
    document: Document
    statements: tuple[tuple[StatementDecision, Statement], ...]

    def statement(self, words: str) -> Statement:
        return next(statement for decision, statement in self.statements if decision.words == words)


class Whatever(frozenset[str]):
    """What the demo's reviewer confirms, who has the source beside every statement: all that he is asked."""

    def __contains__(self, seen: object) -> bool:
        return True


def take_in(decision: DocumentDecision, known: Catalogue, desk: Desk) -> Taken:
    document = _capture(decision, known, desk)
    draft(document, by=desk.editor, at=decision.captured + timedelta(minutes=1))
    reviewed = decision.captured + timedelta(hours=20)
    moments = [reviewed + timedelta(minutes=number) for number in range(len(decision.statements))]
    statements: list[Statement] = []
    for wanted, at in zip(decision.statements, moments, strict=True):
        statements.append(_as_wanted(document, wanted, known, desk.editor, at, [one.pk for one in statements]))
    statements = accept_all(statements, by=desk.reviewer, moments=moments, confirmed=Whatever())
    _reject(document, decision, desk.reviewer, reviewed + timedelta(hours=1))
    return Taken(decision, document, tuple(zip(decision.statements, statements, strict=True)))


def span_of(words: str, text: str) -> tuple[int, int]:
    """Where the words stand: the last place, since titles and teasers print them before the body does."""
    start = text.rfind(words)
    if start < 0:
        raise LookupError(f"A decision of the demo names words that its document does not hold: “{words}”")
    return start, start + len(words)


def _capture(decision: DocumentDecision, known: Catalogue, desk: Desk) -> Document:
    provenance = Provenance(
        outlet=known.outlets[decision.outlet], url=decision.url, published=decision.published, title=decision.title,
        kind=decision.kind, file_name=f"{decision.name}.txt",
    )  # fmt: skip
    document = capture(decision.raw, provenance, by=desk.editor, at=decision.captured)
    if decision.relation:
        earlier = Document.objects.get(file_name=f"{decision.relation['to']}.txt")
        notice = Notice(DocumentRelation(decision.relation["is"]), earlier, decision.relation["note"])
        by = desk.publisher if concerns_public(document, earlier) else desk.editor
        document = relate(document, notice, by=by, at=decision.captured)
    return document


def _as_wanted(document: Document, wanted: StatementDecision, known: Catalogue, editor: User, at: datetime, taken: list[int]) -> Statement:
    """The proposal that is about these words, put right, or a statement that is entered; `taken` are proposals that became others."""
    span = span_of(wanted.words, document.text)
    proposed = _proposal(document, span, taken)
    statement = proposed or Statement(document=document, language=document.language, drafted_by=editor)
    changed = _put_right(statement, span, wanted, known)
    if proposed is None:
        statement.save()
        record(Verb.ENTERED, statement, by=editor, at=at, to_state=statement.status)
    changed += _name_speakers(statement, wanted, known)
    if proposed and changed:
        save(statement)
        record(Verb.EDITED, statement, by=editor, at=at, fields=changed)
    return statement


def _proposal(document: Document, span: tuple[int, int], taken: list[int]) -> Statement | None:
    """The draft that is about these words, if there is one."""
    touching = document.statements.filter(status=StatementStatus.DRAFT, method__gt="", start__lt=span[1], end__gt=span[0])
    best = max(touching.exclude(pk__in=taken), key=lambda one: _shared(one, span), default=None)
    if best is None or _shared(best, span) < CLAIMED * min(best.end - best.start, span[1] - span[0]):
        return None
    return best


def _shared(statement: Statement, span: tuple[int, int]) -> int:
    return min(statement.end, span[1]) - max(statement.start, span[0])


def _put_right(statement: Statement, span: tuple[int, int], wanted: StatementDecision, known: Catalogue) -> list[str]:
    """Make the statement as the editors want it; return the names of what had to change."""
    changed = []
    if statement.text.strip(EDGES) != wanted.words.strip(EDGES):
        statement.take_words(*span)
        changed.append("span")
    if statement.said_on != wanted.said_on:
        statement.said_words, statement.said_rule = "", "entered by an editor" if wanted.said_on else ""
    values = {
        "kind": wanted.kind,
        "force": wanted.force,
        "said_on": wanted.said_on,
        "undated": wanted.undated,
        "occasion": known.occasions[wanted.occasion] if wanted.occasion else None,
        "locator": wanted.locator,
        "translation_of": _original(wanted),
    }
    for name, value in values.items():
        if getattr(statement, name) != value:
            setattr(statement, name, value)
            changed.append(name)
    return changed


def _original(wanted: StatementDecision) -> Statement | None:
    """The statement, of a document captured before, that these words translate."""
    if not wanted.translation_of:
        return None
    name, words = wanted.translation_of
    document = Document.objects.get(file_name=f"{name}.txt")
    start, end = span_of(words, document.text)
    return document.statements.accepted().get(start__lt=end, end__gt=start)


def _name_speakers(statement: Statement, wanted: StatementDecision, known: Catalogue) -> list[str]:
    """The speakers of the decision; those that extraction and the catalogue resolved rightly stay as they were printed."""
    speakers: list[tuple[Speaker | None, str, str]] = [(known.speakers.get(one.speaker), one.name, one.role) for one in wanted.speakers]
    found = list(statement.attributions.all())
    if [(one.speaker, one.name if one.speaker is None else "") for one in found] == [
        (speaker, name if speaker is None else "") for speaker, name, _ in speakers
    ] and all(one.role or not role for one, (_, _, role) in zip(found, speakers, strict=True)):
        return []
    set_speakers(statement, speakers)
    return ["speakers"]


def _reject(document: Document, decision: DocumentDecision, reviewer: User, at: datetime) -> None:
    """Reject what the decisions name, and whatever proposal overlaps an accepted statement."""
    unwanted = dict.fromkeys(document.statements.accepted().values_list("start", "end"), "Its words are part of another statement.")
    unwanted |= {span_of(words, document.text): reason for words, reason in decision.reject.items()}
    for statement in document.statements.filter(status=StatementStatus.DRAFT):
        reason = next((reason for span, reason in unwanted.items() if _shared(statement, span) > 0), "")
        if reason:
            reject(statement, by=reviewer, reason=reason, at=at)
