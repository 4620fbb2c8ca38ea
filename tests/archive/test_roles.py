"""What each role may and may not do, as one table that is walked: every act of the stages by every role."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.utils import timezone

from archive import capture, drafting, linking, publication, removal, review
from archive.acts import event
from archive.enums import Answer, RevisionClass, Verb
from archive.errors import Refused
from archive.identity.merged_speakers import merge_speakers
from archive.identity.names import name_speaker
from archive.linking.claims import enter_claim
from archive.linking.side import Side, Sides
from archive.models import Attribution, Event, Occurrence, Statement, User
from archive.roles import PARTS, ROLES
from tests import factories as make

pytestmark = pytest.mark.django_db
TEXT = b"VALMERE, 17 May 2023. The bridge will be opened in spring, the minister said."


def whole(statement) -> Side:
    return Side(statement, statement.start, statement.end)


def a_pair() -> Sides:
    return Sides(whole(make.make_accepted_statement()), whole(make.make_accepted_statement()))


def two_parts() -> tuple[Statement, Statement]:
    document, speaker = make.make_document("It opens. It closes."), make.make_speaker()
    return tuple(make.make_statement(document, words, speakers=[speaker]) for words in ("It opens.", "It closes."))


def taken_back(row: Statement, verb: Verb, by: User | None, **detail) -> str:
    """Of an act that was this person's own, where he may do such."""
    done = event(verb, row, by=by, **detail)
    if by and by.has_perm(f"archive.{'accept' if verb == Verb.ACCEPTED else 'change'}_statement"):
        done.save()
    return review.take_back(done, by=by)


def to_withdraw() -> dict:
    return {"revision_class": RevisionClass.RETRACTION, "reason": "Retracted."}


def to_correct() -> dict:
    return {"revision_class": RevisionClass.TYPO, "reason": "A letter.", "changes": {"kind": "mixed"}}


def a_public_link() -> Occurrence:
    return make.make_public_statement(claims=["A claim"]).occurrences.get()


# Act -> (what it acts on, the act itself, the roles that may). The machine, who is nobody, may do what ends in MACHINE.
MACHINE = "the machine"
ACTS: dict[str, tuple[Callable, Callable, set[str]]] = {
    "capture": (lambda: TEXT, lambda raw, by: capture.capture(raw, by=by), {"editor", MACHINE}),
    "draft": (make.make_document, lambda row, by: drafting.draft(row, by=by), {"editor", "reviewer", MACHINE}),
    "accept": (make.make_statement, lambda row, by: review.accept(row, by=by), {"reviewer"}),
    "reject": (make.make_statement, lambda row, by: review.reject(row, by=by), {"reviewer"}),
    "return": (
        make.make_accepted_statement,
        lambda row, by: review.return_to_draft(row, by=by, reason="Too long."),
        {"reviewer", "publisher"},
    ),
    "reopen": (make.make_rejected_statement, lambda row, by: review.reopen(row, by=by), {"reviewer"}),
    "put right": (make.make_statement, lambda row, by: review.change(row, {"kind": "mixed"}, by=by), {"editor", "reviewer"}),
    "put many right": (make.make_statement, lambda row, by: review.change_all([row], {"kind": "mixed"}, by=by), {"editor", "reviewer"}),
    "enter a draft": (make.make_document, lambda row, by: review.enter(row, (0, 10), by=by), {"editor", "reviewer"}),
    "split": (make.make_statement, lambda row, by: review.split(row, row.start + row.text.index(" over"), by=by), {"editor", "reviewer"}),
    "join": (two_parts, lambda pair, by: review.join(*pair, by=by), {"editor", "reviewer"}),
    "take an acceptance back": (make.make_accepted_statement, lambda row, by: taken_back(row, Verb.ACCEPTED, by), {"reviewer"}),
    "take a change back": (
        make.make_statement,
        lambda row, by: taken_back(row, Verb.EDITED, by, was={}, becomes={}),
        {"editor", "reviewer"},
    ),
    "name a speaker": (
        lambda: Attribution.objects.get(statement=make.make_statement(speakers=["Anna Kovaleva"])),
        lambda row, by: name_speaker(row, by=by),
        {"editor", "reviewer"},
    ),
    "name an occasion": (
        lambda: make.make_statement(occasion_proposed="talks"),
        lambda row, by: review.name_occasion(row, by=by),
        {"editor", "reviewer"},
    ),
    "enter a claim": (lambda: "The bridge opens.", lambda text, by: enter_claim(text, by=by), {"editor", "reviewer"}),
    "judge a pair": (a_pair, lambda pair, by: linking.judge(pair, Answer.SAME, by=by, claim="The bridge opens."), {"editor", "reviewer"}),
    "judge many pairs": (lambda: [a_pair()], lambda pairs, by: linking.judge_all(pairs, Answer.DIFFERENT, by=by), {"editor", "reviewer"}),
    "join a claim": (
        lambda: (whole(make.make_accepted_statement()), make.make_claim()),
        lambda given, by: linking.join(*given, by=by),
        {"editor", "reviewer"},
    ),
    "undo a judgement": (
        lambda: make.make_occurrence(make.make_accepted_statement()).judgement,
        lambda row, by: linking.undo(row, by=by),
        {"editor", "reviewer"},
    ),
    "publish": (make.make_accepted_statement, lambda row, by: publication.publish(row, by=by), {"publisher"}),
    "publish a link": (
        lambda: make.make_occurrence(make.make_public_statement()),
        lambda row, by: publication.publish(row, by=by),
        {"publisher"},
    ),
    "publish again": (
        make.make_withdrawn_statement,
        lambda row, by: publication.publish(row, by=by, reason="It stood."),
        {"publisher"},
    ),
    "correct": (make.make_public_statement, lambda row, by: publication.correct(row, by=by, **to_correct()), {"publisher"}),
    "propose a change": (
        make.make_public_statement,
        lambda row, by: publication.propose(row, by=by, changes={"kind": "mixed"}, reason="A letter."),
        {"editor"},
    ),
    "take a proposed change": (make.make_change_proposal, lambda row, by: publication.take(row, by=by), {"publisher"}),
    "decline a proposed change": (make.make_change_proposal, lambda row, by: publication.decline(row, by=by, reason="No."), {"publisher"}),
    "renew names": (
        lambda: make.make_public_statement().attributions.get().speaker,
        lambda row, by: publication.renew_names(row, by=by, reason="Another spelling."),
        {"publisher"},
    ),
    "give a speaker's words to another": (
        make.make_public_statement,
        lambda row, by: publication.reattribute(
            row, row.attributions.get().speaker, make.make_speaker(), by=by, reason="One person.", at=timezone.now()
        ),
        {"publisher"},
    ),
    "take a public link back": (
        a_public_link,
        lambda row, by: publication.take_link_back(row, by=by, reason="It says something else."),
        {"publisher"},
    ),
    "remove": (make.make_speaker, lambda row, by: removal.remove(row, by=by, reason="Entered twice."), {"editor"}),
    "withdraw": (make.make_public_statement, lambda row, by: publication.withdraw(row, by=by, **to_withdraw()), {"publisher"}),
    "merge speakers": (
        lambda: (make.make_speaker(), make.make_speaker()),
        lambda pair, by: merge_speakers(*pair, by=by, reason="One person."),
        {"publisher"},
    ),
}
WHO = [*ROLES, "nobody", "dismissed", MACHINE]


def person(who: str) -> User | None:
    if who == MACHINE:
        return None
    if who == "dismissed":
        return make.make_user(*make.CONTENT_ROLES, is_active=False)
    return make.make_user(*([who] if who in ROLES else []))


@pytest.mark.parametrize(("act", "who"), [(act, who) for act in ACTS for who in WHO])
def test_act_is_for_its_roles_alone(act, who):
    make_it, do, roles = ACTS[act]
    row, by = make_it(), person(who)
    events = Event.objects.count()

    if who in roles:
        do(row, by)
    else:
        with pytest.raises(Refused, match="Only a person" if by is None else "Your role does not allow this"):
            do(row, by)

    assert (Event.objects.count() > events) == (who in roles and act != "draft")  # a draft of nothing leaves no event


def test_all_roles_of_the_table_are_groups_with_just_their_permissions():
    kept = {group.name: set(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()}

    assert kept == {role: set(codenames) for role, codenames in ROLES.items()}


def test_every_permission_named_exists():
    named = set().union(*ROLES.values())

    assert named == set(Permission.objects.filter(content_type__app_label="archive", codename__in=named).values_list("codename", flat=True))


CONTENT = {model._meta.model_name for model in apps.get_app_config("archive").get_models()} - {"user"}


def test_who_gives_roles_cannot_touch_the_record():
    assert {codename.split("_", 1)[1] for codename in ROLES["administrator of people"]} == {"user", "people"}


@pytest.mark.parametrize("role", sorted(set(ROLES) - {"administrator of people"}))
def test_content_roles_cannot_touch_people(role):
    assert {codename for codename in ROLES[role] if codename.endswith(("_user", "_people"))} == set()


def test_viewer_only_views():
    assert {codename.split("_", 1)[0] for codename in ROLES["viewer"]} == {"view"}


def test_history_and_judgements_are_nobodys_to_edit():
    kept = {f"{act}_{model}" for act in ("add", "change", "delete") for model in ("event", "revision", "redirect", "judgement", "tally")}

    assert kept.isdisjoint(set().union(*ROLES.values()))


def test_nobody_deletes_evidence():
    deleted = {codename for codenames in ROLES.values() for codename in codenames if codename.startswith("delete_")}

    assert deleted == PARTS
