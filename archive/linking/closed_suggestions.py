"""Which proposals need no answer any more because others tell it, and which need one again because those were taken back.

Whatever links words to a claim, or judges them against one, calls `settle` for their statements in its own transaction. So what waits for
a person is told by one column, however many links and judgements there are. A person's own answer closes its proposal in `judgements`;
which of those that need one are put to people, `waiting` tells.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db import connection, transaction
from django.db.models import Q

from archive.enums import Answer
from archive.linking.recaptured import Elsewhere
from archive.linking.waiting import questions, short_list
from archive.linking.waiting.words import Span, Words, words_of
from archive.models import Claim, Judgement, Occurrence, Passage, Statement, Suggestion, Threshold
from archive.models.link import SuggestionStatus

AT_ONCE = 500  # statements


@transaction.atomic
def settle(statements: Iterable[int]) -> None:
    """Close the unanswered proposals that touch these statements, or the same words elsewhere, and are told already; open those that no
    longer are. So for all that ask the same as they do."""
    keys = hold(statements)
    for at in range(0, len(keys), AT_ONCE):
        short_list.renew(_asked_anew(keys[at : at + AT_ONCE]), Told)


@transaction.atomic
def move_up(gone: Collection[tuple[str, int, int]]) -> None:
    """Proposals went, which asked these questions of these two passages: others may be put in their place."""
    if gone:
        Threshold.take_turn()
        short_list.renew({question for question, *_ in gone}, Told, {passage for _, *sides in gone for passage in sides})


def settle_about(*claims: Claim) -> None:
    """After links or judgements went from one claim to another: whatever stands beside words that carry one, or were judged against it."""
    carrying = Occurrence.objects.filter(claim__in=claims).order_by().values_list("statement", flat=True)
    judged = Judgement.objects.decided().filter(about__in=claims).order_by().values_list("statement", flat=True)
    settle([*carrying, *judged])


def hold(statements: Iterable[int]) -> list[int]:
    """These statements with those that have their words elsewhere. Their passages are held, and then the turn to say what waits, before it
    is read what others tell: so what another writes meanwhile about either side of a proposal is seen here, or sees this."""
    wanted = set(statements)
    keys = sorted(wanted | Elsewhere(wanted).statements)
    for at in range(0, len(keys), AT_ONCE):
        held = Passage.objects.select_for_update(no_key=True).filter(statement__in=keys[at : at + AT_ONCE]).order_by("pk")
        list(held.values_list("pk", flat=True))
    Threshold.take_turn()
    return keys


def _asked_anew(statements: list[int]) -> set[str]:
    """Write which questions the proposals and answers of these statements belong to; returns those that they do, or did, and those that
    rest on the same words as one that was answered."""
    passages = list(Passage.objects.filter(statement__in=statements).values_list("pk", flat=True))
    touching = Suggestion.objects.filter(Q(passage__in=passages) | Q(other__in=passages)).exclude(status=SuggestionStatus.JUDGED)
    rows = list(touching.order_by("pk").only("question", "passage", "other"))
    judgements = questions.judgements_beside(statements)
    words = words_of({passage for row in rows for passage in (row.passage_id, row.other_id)})
    told = Told([*words.values(), *(side for row in judgements for side in questions.sides_of(row))])
    affected = {row.question for row in rows} | questions.keep_of_judgements(judgements, told.stands_for)
    now = {row.pk: questions.question_of(*(told.stands_for(words[side]) for side in (row.passage_id, row.other_id))) for row in rows}
    changed = {row.pk: now[row.pk] for row in rows if row.question != now[row.pk]}
    _write_questions(changed)
    resting = {row.rests_on for row in judgements} - {""}
    alike = Suggestion.objects.filter(rests_on__in=resting).order_by().values_list("question", flat=True) if resting else ()
    return (affected | set(changed.values()) | set(alike)) - {""}


def _write_questions(changed: dict[int, str]) -> None:
    """Of proposals, by their keys; `bulk_update` would build an expression of each."""
    with connection.cursor() as cursor:
        query = f"UPDATE {Suggestion._meta.db_table} SET question = %s WHERE id = %s"  # noqa: S608 - our own table
        cursor.executemany(query, [(question, pk) for pk, question in changed.items()])


class Told:
    """Read once for some words: what they carry, and what they were judged against, there or elsewhere."""

    def __init__(self, words: Iterable[Words]) -> None:
        statements = {one.statement for one in words}
        self._elsewhere = Elsewhere(statements)
        elsewhere = self._elsewhere.statements
        statements = statements | elsewhere
        self._standing = set(Statement.objects.accepted().filter(pk__in=statements).values_list("pk", flat=True)) if elsewhere else set()
        self._carried: dict[int, list[tuple[Span, int, str]]] = defaultdict(list)
        self._judged: dict[int, list[tuple[Span, Span | None, int | None, str]]] = defaultdict(list)
        carried = Occurrence.objects.standing().filter(statement__in=statements).order_by("claim_id")
        for link in carried.only("statement_id", "start", "end", "claim_id", "stance", "likeness"):
            how = "" if link.is_saying else f" {link.stance} {link.likeness}"
            self._carried[link.statement_id].append((Span(link.statement_id, link.start, link.end), link.claim_id, how))
        judged = Judgement.objects.decided().filter(statement__in=statements).order_by()
        for row in judged.values_list("statement_id", "start", "end", "other_id", "other_start", "other_end", "about", "answer"):
            other = Span(*row[3:6]) if row[3] else None  # type: ignore[arg-type]  # a constraint holds the three together
            self._judged[row[0]].append((Span(*row[:3]), other, *row[6:]))

    def stands_for(self, words: Words) -> str:
        """The claims that these words carry, and how they do; or else the words."""
        carried = {f"{claim}{how}" for claim, how in self._links(words)}
        return ", ".join(sorted(carried)) or self._elsewhere.first(words).said

    def __call__(self, one: Words, two: Words) -> bool:
        """They are one saying in two languages or the same words in two captures, carry one claim, or were judged against each other or
        what the other carries."""
        ours, theirs = ({claim for claim, _ in self._links(words)} for words in (one, two))
        if one.original == two.original or ours & theirs or any(place.touch(two) for place in self._elsewhere.places(one)):
            return True
        return self._is_judged(one, two, theirs) or self._is_judged(two, one, ours)

    def _links(self, words: Words) -> set[tuple[int, str]]:
        places = [place for place in self._elsewhere.places(words) if place == words or place.statement in self._standing]
        known = ((place, *row) for place in places for row in self._carried[place.statement])
        return {(claim, how) for place, carrying, claim, how in known if carrying.touches(place)}

    def _is_judged(self, words: Words, facing: Words, claims: set[int]) -> bool:
        known = [row for place in self._elsewhere.places(words) for row in self._judged[place.statement] if row[0].touches(place)]
        beyond = self._elsewhere.places(facing)
        return any(
            (about in claims or (other and any(other.touches(place) for place in beyond))) and self._holds(judged, words, answer)
            for judged, other, about, answer in known
        )

    def _holds(self, judged: Span, words: Words, answer: str) -> bool:
        """An answer that links is asked for anew where the capture that it was given on no longer stands."""
        return judged.statement == words.statement or judged.statement in self._standing or answer not in Answer.joining()
