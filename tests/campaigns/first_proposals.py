"""The demo's archive with more texts in it, put through every stage as the machine proposes and looked over by nobody."""

import secrets
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management import call_command

from archive import linking, publication, review
from archive.capture import capture
from archive.capture.provenance import Provenance
from archive.demo import loading
from archive.drafting import draft
from archive.enums import Answer
from archive.errors import NeedsConfirmation, Refused
from archive.identity.names import name_speaker
from archive.models import Outlet, Statement, Suggestion, User
from archive.models.fields import free_slug


def build(texts: list[Path]) -> None:
    """Tables, static files, the demo and these texts, in the database that the settings name."""
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("migrate", verbosity=0)
    loading.load(password=secrets.token_urlsafe(12))
    everybody = User.objects.filter(groups__name="editor").first()
    everybody.is_superuser = True
    everybody.save()
    for path in texts:
        by_first_proposal(path, everybody)


def by_first_proposal(path: Path, by: User) -> None:
    """One text through every stage as the machine proposes it; what a stage refuses is told and left where it is."""
    name = f"Outlet of {path.parent.name}"
    outlet = Outlet.objects.filter(name=name).first() or Outlet.objects.create(name=name, slug=free_slug(Outlet, name))
    document = capture(path.read_bytes(), Provenance(outlet=outlet, file_name=path.name), by=by)
    for statement in draft(document, by=by):
        take(statement, by)


def take(statement: Statement, by: User) -> None:
    if not statement.said_on:
        Statement.objects.filter(pk=statement.pk).update(undated=True)
    steps = [
        *(lambda one=one: name_speaker(one, by=by) for one in statement.attributions.filter(speaker=None).exclude(name="")),
        *([lambda: review.name_occasion(statement, by=by)] if statement.occasion_proposed else []),
        lambda: confirmed(review.accept, statement, by=by),
        lambda: linking.suggest([statement]),
        lambda: answer_the_first(statement, by),
        lambda: confirmed(publication.publish, Statement.objects.get(pk=statement.pk), by=by),
    ]
    for step in steps:
        attempt(statement, step)


def attempt(statement: Statement, step: Any) -> None:
    try:
        step()
    except Refused as refusal:
        print(f"{statement.public_id}: {refusal}", file=sys.stderr)


def confirmed(act: Callable[..., Any], row: Statement, *, by: User) -> None:
    """An act whose doubts nobody heeds; they are told."""
    try:
        act(row, by=by)
    except NeedsConfirmation as asked:
        print(f"{row.public_id}: confirmed unseen: {asked}", file=sys.stderr)
        act(row, by=by, confirmed=[one.seen for one in asked.doubts])


def answer_the_first(statement: Statement, by: User) -> None:
    first = Suggestion.objects.open().filter(passage__statement=statement).order_by("rank").first()
    if first is None or first.band != "likely":
        return
    answer = Answer(first.label) if first.label in Answer.joining() else Answer.SAME
    linking.judge_suggestion(first, answer, by=by, claim_text=first.other.statement.text[:400])
