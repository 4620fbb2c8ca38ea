"""Real rows for the tests: small plain functions that make what a test asks for and nothing besides.

`make_statement` makes a draft, `make_accepted_statement` and `make_public_statement` bring it further through the stages themselves, so
that index, counts, Revisions and Events are those of earnest. Whatever is left out is made up, each time anew.
"""

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count
from typing import Any

from django.contrib.auth.models import Group

from archive import publication, review
from archive.linking.claims import enter_claim
from archive.linking.judgements import join
from archive.linking.side import Bearing, Side
from archive.models import (
    Article,
    Attribution,
    ChangeProposal,
    Claim,
    Document,
    Feed,
    NoticeSuggestion,
    Occasion,
    Occurrence,
    Outlet,
    Speaker,
    Statement,
    User,
)
from archive.models.fields import free_slug
from archive.roles import ROLES
from archive.slugs import slug_of

CONTENT_ROLES = ("editor", "reviewer", "publisher")
PASSWORD = "long enough for any rule 1"
WORDS = "The bridge over the Veyra will be opened to trains in the spring."
CLAIM = "The bridge over the Veyra will be opened to trains."
NEW: Any = object()  # stands for "make one"; None means that there is none
SpeakerLike = Speaker | str | tuple[Speaker | None, str, str]

numbers = count(1)


class Whatever(frozenset[str]):
    """Holds every doubt, so that nobody has to ask first which there are: half of what an acceptance reads."""

    def __contains__(self, doubt: object) -> bool:
        return True


def make_user(*roles: str, username: str = "", **fields: Any) -> User:
    """A person with these roles, who may sign in to the admin with PASSWORD. Without a role: with no right at all."""
    user = User.objects.create_user(
        username or f"{'-'.join(roles).replace(' ', '-') or 'nobody'}-{next(numbers)}", password=PASSWORD, is_staff=bool(roles), **fields
    )
    unknown = set(roles) - set(ROLES)
    assert not unknown, f"no such role: {unknown}"
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def the_chief() -> User:
    """The person of all content roles who acts wherever a test does not say who."""
    return User.objects.filter(username="chief").first() or make_user(*CONTENT_ROLES, username="chief")


def make_outlet(name: str = "", **fields: Any) -> Outlet:
    made_up = f"Agency {next(numbers)}"
    return Outlet.objects.create(name=name or made_up, slug=fields.pop("slug", "") or _slug(Outlet, name, made_up), **fields)


def make_feed(url: str, **fields: Any) -> Feed:
    return Feed.objects.create(url=url, **fields)


def make_article(outlet: Outlet | None = NEW, **fields: Any) -> Article:
    return Article.objects.create(outlet=make_outlet() if outlet is NEW else outlet, **fields)


def make_document(text: str = "", *, outlet: Outlet | None = NEW, article: Article | None = None, url: str = "", **fields: Any) -> Document:
    """A captured text as it stands, without a reading of it: `capture.capture` is for tests that are about capture."""
    text = text or f"{WORDS} That is what the minister said on day {next(numbers)}."
    raw = fields.pop("raw", text.encode())
    made_up = {
        "title": text.split("\n", 1)[0][:80],
        "language": "en",
        "encoding": "utf-8",
        "captured_at": datetime(2024, 7, 1, 12, tzinfo=UTC),
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "raw_sha256": hashlib.sha256(raw).hexdigest(),
    }
    return Document.objects.create(article=article or make_article(outlet, url=url or None), text=text, raw=raw, **(made_up | fields))


def make_notice_suggestion(**fields: Any) -> NoticeSuggestion:
    made_up = {"relation": "correction", "start": 0, "end": 9, "reason": "The notice prints its title"}
    other = fields.pop("other", None) or make_document()
    document = fields.pop("document", None) or make_document(outlet=other.outlet)
    return NoticeSuggestion.objects.create(**({"document": document, "other": other} | made_up | fields))


def make_notice(of: Document, relation: str = "correction", note: str = "", *, published: str = "2018-06-14", **fields: Any) -> Document:
    """A document of the same outlet that is said to correct or retract this one."""
    made_up = {"outlet": of.outlet, "url": f"https://notices.example/{next(numbers)}", "published": published}
    document = make_document(**(made_up | fields))
    return publication.relate(document, publication.Notice(relation, of, note), by=the_chief())


def make_change_proposal(row: Any = None, *, by: User | None = None, reason: str = "It was misread.", **changes: Any) -> ChangeProposal:
    """An editor proposes to change a public row, by default the title of a document."""
    row = row or make_public_statement().document
    changes = changes or {"title": f"Title {next(numbers)}"}
    return publication.propose(row, by=by or make_user("editor"), changes=changes, reason=reason)


def make_speaker(name: str = "", **fields: Any) -> Speaker:
    made_up = f"Anna Kovaleva {next(numbers)}"
    return Speaker.objects.create(name=name or made_up, slug=fields.pop("slug", "") or _slug(Speaker, name, made_up), **fields)


def make_occasion(name: str = "", **fields: Any) -> Occasion:
    return Occasion.objects.create(name=name or f"Press conference {next(numbers)}", **fields)


def make_claim(text: str = "", **fields: Any) -> Claim:
    made_up = f"The bridge number {next(numbers)} will be opened to trains."
    return Claim.objects.create(text=text or made_up, slug=fields.pop("slug", "") or _slug(Claim, text, made_up), **fields)


def _slug(model: type[Outlet | Speaker | Claim], words: str, made_up: str) -> str:
    """What was made up has a number of its own, so nobody need look whether its address is taken."""
    return free_slug(model, words) if words else slug_of(made_up)


def make_statement(
    document: Document | None = None,
    words: str = "",
    *,
    said_on: str = "2023-05-17",
    speakers: Iterable[SpeakerLike] | None = None,
    after: int = 0,
    **fields: Any,
) -> Statement:
    """A draft of these words, which must stand in the document (the first time from character `after`); without words, the whole text.

    `said_on=""` makes an undated one that may be published; pass `undated=False` beside it for one that still needs a date.
    `speakers`: Speaker rows, or names as printed without a row, or (Speaker or None, name, role); by default one new Speaker.
    """
    document = document or make_document(f"“{words}”, the minister said on day {next(numbers)}." if words else "")
    statement = Statement(document=document, said_on=said_on, **({"language": "en", "undated": not said_on} | fields))
    words = words or document.text
    start = document.text.index(words, after)
    statement.take_words(start, start + len(words))
    statement.save()
    for position, one in enumerate([make_speaker()] if speakers is None else speakers):
        speaker, name, role = one if isinstance(one, tuple) else (one, one.name, "") if isinstance(one, Speaker) else (None, one, "")
        Attribution.objects.create(statement=statement, position=position, speaker=speaker, name=name, role=role)
    return statement


def accept(statement: Statement, *, by: User | None = None) -> Statement:
    """By a person who has looked at whatever speaks against it."""
    return review.accept(statement, by=by or the_chief(), confirmed=Whatever())


def make_accepted_statement(document: Document | None = None, words: str = "", *, by: User | None = None, **fields: Any) -> Statement:
    return accept(make_statement(document, words, **fields), by=by)


def make_rejected_statement(document: Document | None = None, words: str = "", *, by: User | None = None, **fields: Any) -> Statement:
    return review.reject(make_statement(document, words, **fields), by=by or the_chief())


def make_public_statement(
    document: Document | None = None,
    words: str = "",
    *,
    claims: Iterable[Claim | str] = (),
    by: User | None = None,
    at: datetime | None = None,
    **fields: Any,
) -> Statement:
    """Accepted, joined to the `claims` (rows or their words) with all its words, and published."""
    by = by or the_chief()
    statement = make_accepted_statement(document, words, by=by, **fields)
    for claim in claims:
        make_occurrence(statement, claim, by=by)
    return publication.publish(statement, by=by, at=at)


def make_withdrawn_statement(
    document: Document | None = None, words: str = "", *, reason: str = "The source retracted it.", **fields: Any
) -> Statement:
    by = fields.get("by") or the_chief()
    return publication.withdraw(make_public_statement(document, words, **fields), by=by, revision_class="retraction", reason=reason)


def make_occurrence(
    statement: Statement, claim: Claim | str = CLAIM, words: str = "", *, by: User | None = None, note: str = "", **bearing: Any
) -> Occurrence:
    """An accepted (or public) statement carries a claim with some of its words; judged, not public yet."""
    by = by or the_chief()
    start = statement.start + statement.text.index(words) if words else statement.start
    side = Side(statement, start, start + len(words) if words else statement.end)
    return join(side, claim if isinstance(claim, Claim) else enter_claim(claim, by=by), by=by, note=note, bearing=Bearing(**bearing))


def make_claim_said(times: int, text: str = CLAIM, *, first_year: int = 2015, **fields: Any) -> Claim:
    """A public claim that was said so many times, a year apart, each by another speaker in another outlet."""
    by = the_chief()
    claim = enter_claim(text, by=by)
    for turn in range(times):
        make_public_statement(claims=[claim], **({"said_on": f"{first_year + turn}-05-17"} | fields))
    return claim
