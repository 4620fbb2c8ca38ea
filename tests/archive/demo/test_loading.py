"""The demo archive in the database: loaded into an empty one alone, all or nothing, with what the pages need to be worth looking at.

Loading takes some seconds, so one test loads and asks everything, but for the lists behind all its figures.
"""

import datetime
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db.models import Count

from archive import demo
from archive.demo import loading
from archive.demo.users import LOGINS
from archive.enums import DocumentRelation, RevisionClass, SpeakerKind, Stance, StatementStatus
from archive.models import (
    ChangeProposal,
    Claim,
    ClaimTally,
    Document,
    Judgement,
    Occasion,
    OccasionSuggestion,
    Outlet,
    Redirect,
    Revision,
    Speaker,
    Statement,
    Suggestion,
    User,
)
from archive.roles import ROLES
from tests.timeline.counted_lists import faults
from tests.timeline.pages import dead_links


def said(**conditions) -> int:
    return Statement.objects.public().filter(**conditions).count()


def at_least() -> dict[str, tuple[int, int]]:
    """What the demo promises: how many there are, and how many there must be."""
    spoken_by = Statement.objects.public().annotate(number=Count("attributions"))
    report = Count("statements__document__article", distinct=True)
    public = Statement.objects.public()
    return {
        "documents": (Document.objects.public().count(), 40),
        "public statements": (public.count(), 150),
        "years": (len({day.year for day in public.dated().values_list("said_earliest", flat=True) if 2015 <= day.year <= 2024}), 10),
        "statements of 17 May 2023": (said(said_on="2023-05-17"), 10),
        "statements of 24 June 2024": (said(said_on="2024-06-24"), 5),
        "claims": (Claim.objects.public().count(), 16),
        "claims said again": (ClaimTally.objects.filter(sayings__gte=2).count(), 8),
        "claims said by several speakers and outlets": (
            ClaimTally.objects.filter(sayings__gte=2, speakers__gte=2, outlets__gte=2).count(),
            8,
        ),
        "claims said ten times": (ClaimTally.objects.filter(sayings__gte=10, reports__gte=10).count(), 1),
        "claims with a variant": (ClaimTally.objects.filter(variants__gte=1).count(), 4),
        "claims denied": (ClaimTally.objects.filter(denials__gte=1).count(), 6),
        "claims relayed": (Claim.objects.filter(occurrences__stance=Stance.RELAYS).distinct().count(), 4),
        "outlets": (Outlet.objects.public().count(), 10),
        "speakers": (Speaker.objects.public().count(), 30),
        "bodies that speak": (Speaker.objects.public().filter(kind=SpeakerKind.BODY).count(), 3),
        "joint statements": (spoken_by.filter(number__gte=2).count(), 6),
        "occasions with four outlets": (Occasion.objects.annotate(reports=report).filter(reports__gte=4).count(), 2),
        "wire copies": (Document.objects.exclude(wire_copy_of=None).count(), 1),
        "unnamed sources": (public.filter(attributions__speaker=None).count(), 5),
        "indirect speech": (said(kind="indirect"), 50),
        "mixed speech": (said(kind="mixed"), 2),
        "denied": (said(force="denied"), 4),
        "asked": (said(force="asked"), 1),
        "supposed": (said(force="supposed"), 1),
        "denials in the trail of a claim": (said(force="denied", occurrences__stance=Stance.DENIES), 1),
        "coarse or uncertain dates": (public.dated().exclude(said_on__regex=r"^\d{4}-\d{2}-\d{2}$").count(), 5),
        "undated": (public.undated().count(), 1),
        "in Russian": (said(language="ru"), 10),
        "in Belarusian": (said(language="be"), 5),
        "translations": (public.exclude(translation_of=None).count(), 3),
        "documents that correct another": (Document.objects.filter(relation=DocumentRelation.CORRECTION).count(), 1),
        "documents that retract another": (Document.objects.filter(relation=DocumentRelation.RETRACTION).count(), 1),
        "corrections of ours": (Revision.objects.corrections().exclude(revision_class=RevisionClass.RETRACTION).count(), 4),
        "withdrawn": (Statement.objects.withdrawn().count(), 1),
        "speakers that were merged": (Redirect.objects.count(), 1),
        "judgements on what the machine proposed": (Judgement.objects.exclude(score=None).count(), 50),
        "drafts left for the desk": (Statement.objects.filter(status=StatementStatus.DRAFT).count(), 3),
        "accepted, left for the desk": (Statement.objects.filter(status=StatementStatus.ACCEPTED).count(), 3),
        "rejected": (Statement.objects.filter(status=StatementStatus.REJECTED).count(), 1),
        "suggestions left for the desk": (Suggestion.objects.open().count(), 10),
        "changes of what is public, left for a publisher": (ChangeProposal.objects.open().count(), 1),
        "pairs left that may be of one occasion": (OccasionSuggestion.objects.open().count(), 2),
    }


# What the pages of claims show: an answer that is no sentence, a number that slips, one person who takes the other side.
SHOWN = {
    "veyra-airport": "this is a short answer and no sentence by itself",
    "turnout-in": "added: </span>54.2</ins>",
    "the-pension-age": "said the opposite 1,736 to 1,827 days before",
}


def said_by_many() -> list[Statement]:
    """The statements of the longest trail."""
    longest = ClaimTally.objects.order_by("-sayings", "claim")[0].claim_id
    return list(Statement.objects.public().filter(occurrences__claim=longest).distinct())


def page_of(client, row: Claim | Statement) -> str:
    return client.get(row.get_absolute_url()).content.decode()


@pytest.mark.django_db
def test_demo_holds_what_it_promises_and_loads_once(client):
    told = StringIO()
    call_command("load_demo", stdout=told)

    assert {what: (found, wanted) for what, (found, wanted) in at_least().items() if found < wanted} == {}
    assert {user.username: [group.name for group in user.groups.all()] for user in User.objects.all()} == {
        login: [role] for login, role in LOGINS.items()
    }
    assert all(f"{login} " in told.getvalue() for login in LOGINS)
    assert {outlet.time_zone == "" for outlet in Outlet.objects.all()} == {False}
    assert Statement.objects.filter(recorded_at__gte=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)).count() == 0

    withdrawn = Statement.objects.withdrawn().get()
    answer = client.get(withdrawn.get_absolute_url())
    assert answer.status_code == 410
    assert withdrawn.text not in answer.content.decode()
    assert {row.new_path: client.get(row.old_path).status_code for row in Redirect.objects.all()} == {"/speakers/arkady-streshin/": 301}

    assert dead_links(client, [(row.get_absolute_url(), page_of(client, row)) for row in [*Claim.objects.public(), *said_by_many()]]) == []
    assert {slug: words for slug, words in SHOWN.items() if words not in page_of(client, Claim.objects.get(slug__startswith=slug))} == {}

    with pytest.raises(CommandError, match="not empty"):
        call_command("load_demo")

    again = StringIO()
    call_command("load_demo", "--if-empty", stdout=again)
    assert again.getvalue().startswith("The archive is not empty")
    assert told.getvalue().splitlines()[-len(LOGINS) - 1 :] == again.getvalue().splitlines()[1:]


@pytest.mark.full
@pytest.mark.sqlite  # the figures of a smaller record are asked of both
@pytest.mark.django_db
def test_every_figure_of_the_demo_is_the_length_of_its_list(client):
    loading.load(password="a password for this test")

    assert faults(client) == []


@pytest.mark.django_db
def test_demo_refuses_an_archive_that_holds_one_row():
    Outlet.objects.create(name="A paper of ours", slug="a-paper-of-ours")

    with pytest.raises(CommandError, match="not empty"):
        call_command("load_demo")

    told = StringIO()
    call_command("load_demo", "--if-empty", stdout=told)
    assert told.getvalue() == "The archive is not empty; the demo is loaded into an empty one alone.\n"
    assert not User.objects.exists()


@pytest.mark.django_db
def test_demo_that_fails_leaves_nothing():
    Group.objects.get(name="publisher").delete()

    with pytest.raises(Group.DoesNotExist):
        loading.load(password="a password for this test")

    assert not User.objects.exists()
    assert demo.is_empty()


def test_demo_has_one_login_for_each_role():
    assert sorted(LOGINS.values()) == sorted(ROLES)
