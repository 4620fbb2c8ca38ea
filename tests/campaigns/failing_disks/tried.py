"""What is tried, and the archive that each of it is tried on. Imported where Django has been set up."""

import errno
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

from django.conf import settings
from django.test import Client
from django.urls import reverse

import manage
from archive import linking, publication
from archive.enums import RevisionClass
from archive.errors.faults import fault_of
from archive.identity.merged_claims import merge_claims
from archive.identity.merged_speakers import merge_speakers
from archive.linking.claims import enter_claim
from archive.log import checkpoints
from archive.models import Claim, Redaction, Speaker, Statement
from tests import factories as make
from tests.archive.desk.review.pages import sent

WORDS = "No state may strengthen its security at the cost of other states, the minister of rivers said."
SAID = "“The bridge over the Veyra will be opened in spring,” said Anna Kovaleva on 17 May 2023. "
LAWYER = "lawyer"
DONE, TOLD, OURS = 0, 1, 3  # how it ends: done, told in a sentence, a mistake of ours


@dataclass(frozen=True)
class Tried:
    """`alone`: with the site stopped. `is_one_step`: what was refused was not done at all. `in_rounds`: its log tells of what failed, which
    the next round does. `first`: what is done on a whole disk before; where it leaves older tables, what failed is looked at
    only behind the next try."""

    name: str
    work: Callable[[], int]
    alone: bool = False
    is_one_step: bool = False
    in_rounds: bool = False
    first: Callable[[], int] | None = None


def command(*words: str) -> Callable[[], int]:
    """As somebody types it."""
    return lambda: _typed(*(str(settings.VAR_DIR / word[1:]) if word.startswith("@") else word for word in words))


def _typed(*words: str) -> int:
    sys.argv = ["manage.py", *words]
    try:
        manage.main()
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code)
            return TOLD
        return int(end.code or DONE)
    except Exception:  # noqa: BLE001 - a mistake of ours is told as such
        traceback.print_exc()
        return OURS
    return DONE


def act(work: Callable[[], object]) -> Callable[[], int]:
    """As a page of the desk calls it, which answers 503 to what is told by a fault."""
    return lambda: _acted(work)


def _acted(work: Callable[[], object]) -> int:
    try:
        work()
    except Exception as error:  # noqa: BLE001 - the same
        if fault := fault_of(error):
            print(fault.told)
            return TOLD
        traceback.print_exc()
        return OURS
    return DONE


def fill() -> None:
    """An archive in which each of them has something to do."""
    speakers = [make.make_speaker(name) for name in ("Anna Kovaleva", "A. Kovaleva")]
    for number, speaker in enumerate(speakers):
        claim = enter_claim(f"The bridge number {number} will be opened.", by=make.the_chief())
        make.make_public_statement(words=f"The bridge number {number} will be opened in spring.", speakers=[speaker], claims=[claim])
    accepted = [make.make_accepted_statement(words=WORDS, speakers=[make.make_speaker("Boris Lind")]) for _ in range(2)]
    linking.suggest(accepted[:1])
    make.make_statement(words="The draft bridge will be opened.", speakers=speakers[:1])
    make.make_document(text=SAID * 5)
    make.make_user("editor", username="reader-of-papers")
    make.make_user(username=LAWYER, is_superuser=True)
    checkpoints.make()


def files(folder: Path) -> None:
    """That are captured."""
    folder.mkdir(parents=True)
    for number in range(2):
        (folder / f"{number}.txt").write_text(
            f"Note {number}\n\nVALMERE, 17 May 2023 - {SAID} " + f"It was closed for {number} years. " * 200
        )


def published() -> None:
    publication.publish(_row("accepted"), by=make.the_chief(), reason="Seen by two people.")


def corrected() -> None:
    row = _row("public").document
    publication.correct(
        row, by=make.the_chief(), changes={"title": "Another title"}, revision_class=RevisionClass.CORRECTION, reason="Misread."
    )


def withdrawn() -> None:
    publication.withdraw(_row("public"), by=make.the_chief(), revision_class="retraction", reason="It was misread.")


def merged_speakers() -> None:
    keep, gone = Speaker.objects.order_by("pk")[:2]
    merge_speakers(keep, gone, by=make.the_chief(), reason="One person.")


def merged_claims() -> None:
    keep, gone = Claim.objects.order_by("pk")[:2]
    merge_claims(keep, gone, by=make.the_chief(), reason="One claim.")


def accepted() -> None:
    make.accept(_row("draft"), by=make.the_chief())


def judged() -> None:
    make.make_occurrence(_row("accepted"), "The bridge number 0 will be opened.")


def posted() -> None:
    """By the button of the desk, as a browser sends it. What was typed comes back with what happened."""
    draft, client = _row("draft"), Client(raise_request_exception=False, SERVER_NAME="localhost")
    client.force_login(make.the_chief())
    answer = client.post(reverse("desk:judge", args=[draft.public_id]), {"act": "reject", **sent(draft)})
    if answer.status_code == HTTPStatus.SERVICE_UNAVAILABLE:
        raise OSError(errno.ENOSPC, "The site answered 503")
    draft.refresh_from_db()
    if answer.status_code != HTTPStatus.FOUND or draft.status != "rejected":
        raise AssertionError(f"{answer.status_code}, and the draft is {draft.status}")


def redacted() -> int:
    """Once it is done, what comes behind it is left."""
    if Redaction.objects.exists():
        return _typed("redact", "--sweep")
    return _typed("redact", _row("public").public_id, "--reason", "A court ordered it.", "--by", LAWYER, "--only")


def _row(status: str) -> Statement:
    return Statement.objects.filter(status=status).order_by("pk")[0]


ALL = (
    Tried("capture", command("capture", "@given", "--outlet", "Agency of the Veyra")),
    Tried("draft", command("draft")),
    Tried("suggest", command("suggest", "--again", "--processes=1")),
    Tried("reindex", command("reindex", "--processes=1")),
    Tried("work", command("work", "--batch"), in_rounds=True),
    Tried("two_people", command("two_people", "on")),
    Tried("forget_second_step", command("forget_second_step", "chief")),
    Tried("send_alerts", command("send_alerts")),
    Tried("verify", command("verify")),
    Tried("list_forces", command("list_forces")),
    Tried("backup", command("backup", "@new.backup")),
    Tried("drill", command("backup", "--drill", "@new.backup")),
    Tried("restore", command("restore", "--replace", "@given.backup"), alone=True),
    Tried("prepare", command("prepare", "--no-demo"), alone=True),
    Tried("publish", act(published), is_one_step=True),
    Tried("correct", act(corrected), is_one_step=True),
    Tried("withdraw", act(withdrawn), is_one_step=True),
    Tried("merge speakers", act(merged_speakers), is_one_step=True),
    Tried("merge claims", act(merged_claims), is_one_step=True),
    Tried("accept", act(accepted), is_one_step=True),
    Tried("judge", act(judged), is_one_step=True),
    Tried("reject by the button", act(posted), is_one_step=True),
    Tried("redact", redacted),
    Tried("migrate", command("migrate"), alone=True, first=command("migrate", "archive", "0112")),
)
