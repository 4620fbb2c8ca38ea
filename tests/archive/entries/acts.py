"""A small archive in which acts of all kinds are done at random, with many days alike, coarse and missing ones, several reports, denials,
translations and notices; and whether what is kept of it is what a fresh look finds."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from random import Random
from typing import Any

import orjson
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from archive import publication
from archive.entries import documents, sides, values
from archive.entries.finding.names import MODELS, NAMES_OF
from archive.enums import Likeness, RevisionClass, Stance, TextPolicy
from archive.errors import NeedsConfirmation, Refused
from archive.identity.merged_claims import merge_claims
from archive.identity.merged_speakers import merge_speakers
from archive.identity.split_claims import Part, split_claim
from archive.models import (
    Claim,
    Document,
    DocumentEntry,
    Entry,
    NameWord,
    Occasion,
    Occurrence,
    SideTaken,
    Speaker,
    Spelling,
    Statement,
)
from archive.models.finding.names import keys_of, words_of
from archive.publication import recounts
from tests import factories as make

DAYS = [
    "", "2020", "2020-05", "2020-05-01", "2020-05-01", "2020-05-01T10:00", "2020-05-01T18:00:00+02:00", "2020-05-02", "2020-05-02~", "2021",
]  # fmt: skip
SENTENCES = [
    "The toll will stay for good.", "It will not stay at all.", "The toll stays as it is.", "As I said, the toll stays.",
    "There is no toll at all.", "The toll stayed for years.", "Nobody pays the toll now.", "The toll was lifted in May.",
]  # fmt: skip
ONCE = " ".join(SENTENCES)
TEXT = f"Anna Orr, mayor of Dorna, spoke.\n{ONCE}\n{ONCE}\n{ONCE}"
WORDS = ["The toll stays.", "The toll will stay.", "Nobody is going to pay it.", "The toll goes."]
ENTERED = 15  # statements before the first act
REASON = {"reason": "It was misread.", "revision_class": RevisionClass.CORRECTION}
TAKEN_BACK = {"reason": "It was withdrawn.", "revision_class": RevisionClass.RETRACTION}


class Archive:
    """The rows that acts are done on; each act takes those that it needs by chance, and is nothing where it is refused.

    `together`: what an act and its preparations are done in, so that none of them stays where one is refused.
    """

    def __init__(self, together: Callable[[], AbstractContextManager[Any]] = transaction.atomic) -> None:
        self.together = together
        self.chief, self.confirmed = make.the_chief(), set[str]()
        outlets = [make.make_outlet(), make.make_outlet()]
        first = make.make_document(TEXT, outlet=outlets[0], published="2020-05-01")
        make.make_document(f"{TEXT} It rained.", article=first.article, title="The toll stays as it is")
        make.make_document(TEXT, outlet=outlets[1], wire_copy_of=first)
        make.make_document(f"{TEXT} It snowed.", outlet=outlets[1])
        self.speakers = [make.make_speaker("Anna Orr"), make.make_speaker(), make.make_speaker(), "a source", "A Source"]
        self.occasions = [make.make_occasion(), make.make_occasion(held_on="2020-05-01"), None, None]
        for text in WORDS[:2]:
            make.make_claim(text)

    def fill(self, chance: Random) -> None:
        for _ in range(ENTERED):
            self.does(enter, chance)

    def act(self, chance: Random) -> str:
        """Does one by chance, or nothing where it is refused; returns its name."""
        act = chance.choice([one for one, weight in ACTS for _ in range(weight)])
        return f"{act.__name__}{'' if self.does(act, chance) else ', refused'}"

    def does(self, act: Callable[["Archive", Random], None], chance: Random) -> bool:
        """Whatever speaks against it is confirmed."""
        before = chance.getstate()
        try:
            with self.together():
                act(self, chance)
        except NeedsConfirmation as asked:
            chance.setstate(before)
            seen = {one.seen for one in asked.doubts}
            if seen <= self.confirmed:
                raise AssertionError(f"{act.__name__} asks what was confirmed already") from asked
            self.confirmed |= seen
            return self.does(act, chance)
        except (Refused, ValidationError, IntegrityError):  # the last: the same words of one document twice
            return False
        return True

    def correct(self, row: Any, changes: dict[str, Any]) -> None:
        confirmed = {"confirmed": self.confirmed} if isinstance(row, Statement | Speaker) else {}
        publication.correct(row, by=self.chief, changes=changes | confirmed, **REASON)

    def publish(self, row: Statement | Occurrence) -> None:
        publication.publish(row, by=self.chief, reason="It stands.", confirmed=self.confirmed)


def enter(archive: Archive, chance: Random) -> None:
    originals = [None, None, None, *Statement.objects.exclude(status="draft").filter(translation_of=None).order_by("pk")]
    row = make.make_accepted_statement(
        one_of(chance, Document.objects),
        chance.choice(SENTENCES),
        after=chance.choice([0, len(ONCE), 2 * len(ONCE)]),
        said_on=chance.choice(DAYS),
        said_rule=chance.choice(["", "publication"]),
        occasion=chance.choice(archive.occasions),
        translation_of=chance.choice(originals),
        speakers=speakers(archive, chance),
    )
    for _ in range(chance.choice([0, 1, 1, 1, 2])):
        make.make_occurrence(row, standing_claim(chance), **bearing(chance))
    if chance.random() < 0.9:
        archive.publish(row)


def speakers(archive: Archive, chance: Random) -> list[tuple[Any, str, str]]:
    known = [one for one in archive.speakers if isinstance(one, str) or not held(one).merged_into_id]
    chosen = chance.sample(known, chance.choice([1, 1, 2]))
    role = chance.choice(["", "mayor of Dorna"])
    return [(None, one, role) if isinstance(one, str) else (one, "Anna Orr", role) for one in chosen]


def bearing(chance: Random) -> dict[str, Any]:
    (stance,) = chance.choices(list(Stance), [6, 2, 1])
    (likeness,) = chance.choices(list(Likeness), [2, 6, 1, 1, 1])
    return {"stance": stance, "likeness": likeness}


def held(row: Any) -> Any:
    return type(row).objects.get(pk=row.pk)


def standing_claim(chance: Random) -> Claim:
    return chance.choice(Claim.objects.standing().order_by("pk"))


def one_of(chance: Random, rows: Any) -> Any:
    """Refused where there is none."""
    found = list(rows.order_by("pk"))
    if not found:
        raise Refused("There is none.")
    return chance.choice(found)


def publish_again(archive: Archive, chance: Random) -> None:
    row = one_of(chance, Statement.objects.filter(status__in=["accepted", "withdrawn"]))
    archive.publish(row)


def withdraw(archive: Archive, chance: Random) -> None:
    publication.withdraw(one_of(chance, Statement.objects.public()), by=archive.chief, confirmed=archive.confirmed, **TAKEN_BACK)


def add_link(archive: Archive, chance: Random) -> None:
    row = one_of(chance, Statement.objects.public())
    archive.publish(make.make_occurrence(row, standing_claim(chance), **bearing(chance)))


def withdraw_link(archive: Archive, chance: Random) -> None:
    publication.withdraw(one_of(chance, Occurrence.objects.public()), by=archive.chief, **TAKEN_BACK)


def correct_link(archive: Archive, chance: Random) -> None:
    archive.correct(one_of(chance, Occurrence.objects.public()), bearing(chance))


def correct_statement(archive: Archive, chance: Random) -> None:
    row = one_of(chance, Statement.objects.public())
    day = chance.choice(DAYS)
    changes = {
        "day": {"said_on": day, "undated": not day},
        "rule": {"said_rule": chance.choice(["", "publication"])},
        "occasion": {"occasion": chance.choice(archive.occasions)},
        "speakers": {"speakers": speakers(archive, chance)},
        "locator": {"locator": chance.choice(["p. 1", "p. 2"])},
        "translation": {"translation_of": None},
    }
    archive.correct(row, changes[chance.choice(sorted(changes))])


def correct_occasion(archive: Archive, chance: Random) -> None:
    row = one_of(chance, Occasion.objects.public())
    archive.correct(row, {"held_on": chance.choice(["", "2020", "2020-05-01"])})


def correct_claim(archive: Archive, chance: Random) -> None:
    row = one_of(chance, Claim.objects.public())
    archive.correct(row, {"text": chance.choice(WORDS)})


def correct_document(archive: Archive, chance: Random) -> None:
    row = one_of(chance, Document.objects.public())
    changes = [
        {"title": chance.choice(["Toll news", *SENTENCES])},
        {"wire_copy_of": chance.choice([None, *Document.objects.order_by("pk")])},
        {"published": chance.choice(["", "2020-05-01", "2020-06"])},
    ]
    archive.correct(row, chance.choice(changes))


def correct_outlet(archive: Archive, chance: Random) -> None:
    row = one_of(chance, Document.objects).outlet
    changes = {"name": f"Outlet {chance.random()}", "text_policy": chance.choice(list(TextPolicy))}
    archive.correct(held(row), changes)


def give_notice(archive: Archive, chance: Random) -> None:
    make.make_notice(one_of(chance, Document.objects), chance.choice(["retraction", "correction"]), "52 instead of 54", text=TEXT)


def take_notice_back(archive: Archive, chance: Random) -> None:
    publication.take_back(one_of(chance, Document.objects.exclude(relation="")), by=archive.chief, reason="It was no notice.")


def merge_two_claims(archive: Archive, chance: Random) -> None:
    merge_claims(standing_claim(chance), standing_claim(chance), by=archive.chief, reason="They are one.")


def split_one(archive: Archive, chance: Random) -> None:
    claim = standing_claim(chance)
    links = [one for one in claim.occurrences.standing().order_by("pk") if chance.random() < 0.5]
    split_claim(claim, Part(links, chance.choice(WORDS)), by=archive.chief, reason="They are two.")


def merge_two_speakers(archive: Archive, chance: Random) -> None:
    one, other = chance.sample([one for one in archive.speakers if isinstance(one, Speaker)], 2)
    merge_speakers(held(one), held(other), by=archive.chief, reason="They are one.")


ACTS: list[tuple[Callable[[Archive, Random], None], int]] = [
    (enter, 12), (publish_again, 2), (withdraw, 2), (add_link, 3), (withdraw_link, 1), (correct_link, 3), (correct_statement, 6),
    (correct_occasion, 2), (correct_claim, 2), (correct_document, 3), (correct_outlet, 1), (give_notice, 1), (take_notice_back, 1),
    (merge_two_claims, 1), (split_one, 2), (merge_two_speakers, 1),
]  # fmt: skip


def kept(table: type[Entry | DocumentEntry]) -> dict[int, Any]:
    return {pk: orjson.loads(shown) for pk, shown in table.objects.exclude(shown="").values_list("pk", "shown")}


def plain(shown: dict[int, Any]) -> dict[int, Any]:
    """As it is read again."""
    return {pk: orjson.loads(orjson.dumps(one)) for pk, one in shown.items()}


def named_as_kept() -> tuple[set[tuple[str, int, str]], set[tuple[str, str]]]:
    """The words of names, and the keys that lead to them."""
    return set(NameWord.objects.values_list("kind", "row", "word")), set(Spelling.objects.values_list("key", "word"))


def keys_kept(word: str) -> set[str]:
    """Those of a word by how it was first written, which is one for all of them."""
    (written,) = set(Spelling.objects.filter(word=word).values_list("written", flat=True))
    return keys_of(word, written)


def named_anew() -> tuple[set[tuple[str, int, str]], set[tuple[str, str]]]:
    names = {kind: named(list(MODELS[kind].objects.values_list("pk", flat=True))) for kind, named in NAMES_OF.items()}
    found = {(kind.value, row, word) for kind, rows in names.items() for row, called in rows.items() for word in words_of(called)}
    return found, {(key, word) for word in {word for _kind, _row, word in found} for key in keys_kept(word)}


def expect_fresh() -> None:
    """What is kept is what a fresh look finds, at all at once and at each by itself; and the counts are right."""
    numbers = list(Statement.objects.public().values_list("pk", flat=True))
    fresh = plain(values.shown_of(numbers))
    assert kept(Entry) == fresh
    for pk in numbers:
        assert plain(values.shown_of([pk])) == {pk: fresh[pk]}
    assert kept(DocumentEntry) == plain(documents.shown_of(Document.objects.values_list("pk", flat=True)))
    assert set(SideTaken.objects.values_list("occurrence", "speaker", "claim", "said_sort")) == sides.fresh(numbers)
    assert named_as_kept() == named_anew()
    assert not recounts.recount_statements()
    assert [lot for lot in recounts.counted_claims() if recounts.recount(lot)] == []
