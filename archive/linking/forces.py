"""How speakers hold their words, in linking: what somebody denies, asks or supposes is never the same as what somebody says.

The machine proposes such pairs apart (`told_apart`), and no answer makes one claim of them (`expect_possible`). How one statement may stand
to a claim is told by `Occurrence.misfit`.
"""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext

from archive.enums import Answer, Force, Stance
from archive.errors import Refused
from archive.linking.side import Side
from archive.matching import Match, held_apart
from archive.matching.polarity import is_negative
from archive.models import Judgement, Occurrence, Passage, Statement

NOT_JOINING = (Answer.TOPIC, Answer.DIFFERENT, Answer.UNDECIDED)
LIKENING = (Answer.SAME, Answer.VARIANT, Answer.NARROWER, Answer.WIDER)
VERBS = {Force.ASSERTED: "says", Force.DENIED: "denies", Force.ASKED: "asks", Force.SUPPOSED: "supposes"}
OPEN = (Force.ASKED, Force.SUPPOSED)
AS_A_DENIAL = ("same", "possible", "reversal")  # labels of texts that differ in nothing but perhaps a “not”


def told_apart(match: Match, later: Passage, earlier: Passage) -> Match:
    """The match of two passages, with what their speakers do with the words."""
    forces = Force(later.statement.force), Force(earlier.statement.force)
    if set(forces) & set(OPEN):
        return held_apart(match, next(force for force in forces if force in OPEN), _reason(*forces))
    if forces[0] == forces[1]:
        return match
    plain = earlier if forces[0] == Force.DENIED else later
    if is_negative(plain.text):
        return held_apart(match, "possible", f"{_reason(*forces)}, in negative words: they may agree")
    return held_apart(match, "denies" if match.label in AS_A_DENIAL else match.label, _reason(*forces))


def _reason(later: Force, earlier: Force) -> str:
    if later == earlier:
        return f"both speakers {VERBS[later].removesuffix('s')} it"
    return f"the later speaker {VERBS[later]} it, the earlier {VERBS[earlier]} it"


def possible_answers(later: str, earlier: str) -> tuple[Answer, ...]:
    """What the later words can be to the earlier: a question is no claim that others say, deny or relay, and only relays one itself."""
    if earlier in OPEN:
        return NOT_JOINING
    if later in OPEN:
        return (Answer.RELAYS, *NOT_JOINING)
    return tuple(Answer) if later == earlier else (Answer.DENIES, Answer.RELAYS, *NOT_JOINING)


def expect_possible(side: Side, other: Side, answer: Answer) -> None:
    """Refuse to liken words that are held otherwise."""
    later, earlier = Force(side.statement.force), Force(other.statement.force)
    possible = possible_answers(later, earlier)
    if answer not in possible:
        named = [f"“{one.label}”" for one in possible if one not in (Answer.DIFFERENT, Answer.UNDECIDED)]
        raise Refused(
            gettext("The first speaker %(first)s it and the other %(other)s it. Answer %(answers)s; or correct first how it is said.")
            % {"first": VERBS[later], "other": VERBS[earlier], "answers": gettext(" or ").join(named)}
        )


def expect_fitting(*links: Occurrence) -> None:
    """Refuse links in which the words would say or deny a claim that their speaker neither says nor denies."""
    for link in links:
        if link.misfit:
            raise Refused(gettext("“%(words)s”: %(misfit)s") % {"words": link.words[:80], "misfit": link.misfit})


def expect_links_fit(statement: Statement) -> None:
    """Refuse another force while links or answers stand that were given for the one before."""
    misfit = next((link for link in _links(statement) if link.misfit), None)
    if misfit:
        raise Refused(
            gettext("It is linked to “%(claim)s”. %(misfit)s Before you change how it is said, undo that link or correct it.")
            % {"claim": misfit.claim, "misfit": misfit.misfit},
            about="force",
            other=misfit.judgement,
        )
    unlike = next((one for one in _likened(statement) if _other_force(one, statement) != statement.force), None)
    if unlike:
        raise Refused(
            gettext("%(person)s answered “%(answer)s” on these words and others that are said otherwise. Undo that first.")
            % {"person": unlike.judged_by, "answer": unlike.get_answer_display()},
            about="force",
            other=unlike,
        )


def _links(statement: Statement) -> Iterable[Occurrence]:
    """With the statement as it would be, which may not be saved yet."""
    for link in statement.occurrences.standing().select_related("claim"):
        link.statement = statement
        yield link


def _likened(statement: Statement) -> Iterable[Judgement]:
    """The answers that made words of this statement and of another say one claim, where they still do."""
    asserted = statement.occurrences.standing().filter(stance=Stance.ASSERTS).values("claim")
    known = Judgement.objects.decided().filter(Q(statement=statement) | Q(other=statement), other__isnull=False, answer__in=LIKENING)
    return known.filter(about__in=asserted).select_related("statement", "other", "judged_by").distinct()


def _other_force(judgement: Judgement, statement: Statement) -> str:
    other = judgement.other if judgement.statement_id == statement.pk else judgement.statement
    return other.force if other else ""
