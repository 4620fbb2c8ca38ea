"""Two speakers that were one: everything moves to the one that stays, and the old address leads there."""

from datetime import UTC, datetime

import pytest

from archive import publication
from archive.errors import Refused
from archive.identity.merged_speakers import merge_speakers
from archive.models import ClaimTally, Event, Redirect, Revision, Speaker, SpeakerAlias, SpeakerRole, Statement, Tally
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
REASON = "Two spellings of one name."


@pytest.fixture
def by():
    return make.make_user("publisher")


@pytest.fixture
def keep():
    return make.make_speaker("Аркадий Стрешин", slug="streshin")


@pytest.fixture
def gone():
    return make.make_speaker("Arkadi Streshyn", slug="streshyn")


def counted() -> dict[str, int]:
    return {one.key: one.statements for one in Tally.objects.filter(scope="speaker", statements__gt=0)}


def test_public_statements_move_with_a_revision_and_their_counts(by, keep, gone):
    statement = make.make_public_statement(speakers=[(gone, "Streshyn", "Minister")], claims=["The bridge opens."])
    make.make_public_statement(speakers=[keep], claims=["The bridge opens."])
    assert ClaimTally.objects.get().speakers == 2

    merge_speakers(keep, gone, by=by, reason=REASON, at=AT)

    statement.refresh_from_db()
    attribution = statement.attributions.get()
    assert (attribution.speaker, attribution.name, attribution.role) == (keep, "Streshyn", "Minister")
    revision = Revision.objects.of(statement).last()
    assert (statement.version, revision.version, revision.revision_class, revision.reason, revision.changed, revision.by, revision.at) == (
        2, 2, "clarification", REASON, ["speakers"], by, AT,
    )  # fmt: skip
    assert counted() == {str(keep.pk): 2}
    assert ClaimTally.objects.get().speakers == 1


def test_merged_speaker_stays_as_a_row_that_leads_on(by, keep, gone):
    make.make_public_statement(speakers=[gone])

    merge_speakers(keep, gone, by=by, reason=f" {REASON} ", at=AT)

    gone.refresh_from_db()
    assert (gone.merged_into, gone.is_public) == (keep, False)
    assert list(Speaker.objects.standing()) == [keep]
    redirect = Redirect.objects.get()
    assert (redirect.old_path, redirect.new_path, redirect.reason, redirect.at) == (
        gone.get_absolute_url(), keep.get_absolute_url(), REASON, AT,
    )  # fmt: skip
    event = Event.objects.first()
    assert (event.verb, event.object_id, event.by, event.at, event.reason, event.detail["into"]) == (
        "merged", gone.pk, by, AT, REASON, "streshin",
    )  # fmt: skip
    assert (event.detail["kept"]["names"], len(event.detail["kept"]["statements"])) == (["Arkadi Streshyn"], 1)


def test_all_names_and_roles_find_the_one_that_stays(by, keep, gone):
    SpeakerAlias.objects.create(speaker=keep, name="A. Streshin")
    for name in ("a. STRESHIN", "Аркадзь Стрэшын"):
        SpeakerAlias.objects.create(speaker=gone, name=name)
    SpeakerRole.objects.create(speaker=gone, title="Foreign Minister", since="2015")

    merge_speakers(keep, gone, by=by, reason=REASON)

    assert sorted(keep.aliases.values_list("name", flat=True)) == sorted(["A. Streshin", "Arkadi Streshyn", "Аркадзь Стрэшын"])
    assert [role.title for role in keep.roles.all()] == ["Foreign Minister"]
    for name in ("arkadi streshyn", "АРКАДЗЬ СТРЭШЫН", "Аркадий Стрешин", "a. streshin"):
        assert list(Speaker.objects.called(name)) == [keep]


@pytest.mark.parametrize("maker", [make.make_statement, make.make_accepted_statement, make.make_rejected_statement])
def test_private_statements_move_without_a_revision(maker, by, keep, gone):
    statement = maker(speakers=[gone])

    merge_speakers(keep, gone, by=by, reason=REASON)

    assert statement.attributions.get().speaker == keep
    assert Statement.objects.get().lock_version == statement.lock_version + 1  # a form opened before is told
    assert not Revision.objects.exists()


def test_joint_statement_of_both_is_of_one(by, keep, gone):
    statement = make.make_public_statement(speakers=[keep, gone, "a source"])

    merge_speakers(keep, gone, by=by, reason=REASON)

    assert [one.speaker for one in statement.attributions.all()] == [keep, None]
    assert counted() == {str(keep.pk): 1}


def test_merging_on_leads_straight_to_the_last(by, keep, gone):
    last = make.make_speaker("Arkady Streshin", slug="arkady")
    make.make_public_statement(speakers=[gone])
    make.make_public_statement(speakers=[keep])
    merge_speakers(keep, gone, by=by, reason=REASON)

    merge_speakers(last, keep, by=by, reason=REASON)

    assert set(Redirect.objects.values_list("old_path", "new_path")) == {
        (gone.get_absolute_url(), last.get_absolute_url()), (keep.get_absolute_url(), last.get_absolute_url()),
    }  # fmt: skip


def test_address_of_a_speaker_who_was_never_public_leads_nowhere(by, keep, gone):
    make.make_public_statement(speakers=[keep])
    make.make_accepted_statement(speakers=[gone])

    merge_speakers(keep, gone, by=by, reason=REASON)

    assert not Redirect.objects.exists()


def test_what_led_to_a_speaker_who_was_never_public_leads_on(by, keep, gone):
    make.make_public_statement(speakers=[keep])
    Redirect.objects.create(old_path="/speakers/old/", new_path=gone.get_absolute_url(), reason=REASON, at=AT)

    merge_speakers(keep, gone, by=by, reason=REASON)

    assert list(Redirect.objects.values_list("old_path", "new_path")) == [("/speakers/old/", keep.get_absolute_url())]


def test_speaker_that_becomes_public_by_the_merge_has_a_first_revision(by, keep, gone):
    make.make_public_statement(speakers=[gone])

    merge_speakers(keep, gone, by=by, reason=REASON, at=AT)

    assert [one.revision_class for one in Revision.objects.of(keep)] == ["publication"]


def the_same(keep, gone):
    return keep, keep, REASON


def without_reason(keep, gone):
    return keep, gone, "  "


def merged_before(keep, gone):
    merge_speakers(keep, gone, by=make.the_chief(), reason=REASON)
    return make.make_speaker(), gone, REASON


def into_one_merged_before(keep, gone):
    merge_speakers(keep, gone, by=make.the_chief(), reason=REASON)
    return gone, make.make_speaker(), REASON


@pytest.mark.parametrize(
    ("case", "sentence"),
    [
        (the_same, "the same speaker already"),
        (without_reason, "Give a reason"),
        (merged_before, "merged before"),
        (into_one_merged_before, "merged before"),
    ],
)
def test_merging_is_refused(case, sentence, by, keep, gone):
    one, other, reason = case(keep, gone)
    before = [sorted(map(str, model.objects.values_list())) for model in (Speaker, Redirect, Event, SpeakerAlias)]

    with pytest.raises(Refused, match=sentence):
        merge_speakers(one, other, by=by, reason=reason)

    assert [sorted(map(str, model.objects.values_list())) for model in (Speaker, Redirect, Event, SpeakerAlias)] == before


def test_words_cannot_be_given_to_a_merged_speaker(by, keep, gone):
    statement = make.make_public_statement()
    merge_speakers(keep, gone, by=by, reason=REASON)
    gone.refresh_from_db()

    with pytest.raises(Refused, match="was merged into Аркадий Стрешин"):
        publication.correct(statement, by=by, changes={"speakers": [(gone, "", "")]}, revision_class="typo", reason="Misread.")


def test_accepted_statement_goes_public_as_accepted(by, keep, gone):
    statement = make.make_accepted_statement(speakers=[gone])

    merge_speakers(keep, gone, by=by, reason=REASON, at=AT)

    assert publication.publish(statement, by=by, at=AT).is_public


def test_merge_does_not_accept_what_was_changed(by, keep, gone):
    statement = make.make_accepted_statement(speakers=[gone])
    Statement.objects.update(kind="mixed")

    merge_speakers(keep, gone, by=by, reason=REASON, at=AT)

    with pytest.raises(Refused, match="changed after it was accepted"):
        publication.publish(statement, by=by, at=AT)


def test_names_that_become_public_again_by_a_merge_are_kept(by, keep, gone):
    withdrawn = make.make_public_statement(speakers=[keep])
    make.make_public_statement(speakers=[gone])
    publication.withdraw(withdrawn, by=by, revision_class="retraction", reason="It was wrong.")
    SpeakerAlias.objects.create(speaker=keep, name="A. Streshin")

    merge_speakers(keep, gone, by=by, reason=REASON)

    last = Revision.objects.of(keep).last()
    assert (last.version, last.revision_class, last.reason, last.changed) == (2, "reinstatement", REASON, ["aliases"])
    assert set(last.content["aliases"]) == {"A. Streshin", "Arkadi Streshyn"}


def test_merge_of_two_public_speakers_is_one_revision_of_the_one_that_stays(by, keep, gone):
    for speaker in (keep, gone, gone):
        make.make_public_statement(speakers=[speaker])

    merge_speakers(keep, gone, by=by, reason=REASON)

    assert list(Revision.objects.of(keep).values_list("version", "revision_class")) == [(1, "publication"), (2, "clarification")]
