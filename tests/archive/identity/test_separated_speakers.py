"""A merge of two speakers is taken back: what it moved goes back, as far as it is still where the merge put it."""

from datetime import UTC, datetime

import pytest

from archive import publication
from archive.errors import NotYours, Refused, Stale
from archive.identity import merge_speakers, separate_speakers
from archive.identity.speaker_moves import moves_to_merge, moves_to_separate
from archive.models import Affiliation, Event, Redirect, Revision, Speaker, SpeakerAlias, SpeakerIdentifier, SpeakerRole, Tally
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 2, 9, tzinfo=UTC)
WHY = "They are father and son."


@pytest.fixture
def by():
    return make.make_user("publisher")


@pytest.fixture
def keep():
    return make.make_speaker("Аркадий Стрешин", slug="streshin")


@pytest.fixture
def gone():
    speaker = make.make_speaker("Arkadi Streshyn", slug="streshyn")
    SpeakerAlias.objects.create(speaker=speaker, name="A. Streshyn")
    SpeakerRole.objects.create(speaker=speaker, title="Minister")
    SpeakerIdentifier.objects.create(speaker=speaker, scheme="wikidata", value="Q42")
    Affiliation.objects.create(speaker=speaker, kind="country", name="DE")
    return speaker


def state(speaker: Speaker) -> tuple:
    lists = (speaker.aliases, speaker.roles, speaker.identifiers, speaker.affiliations)
    said = speaker.attributions.order_by("statement").values_list("statement", "name", "role", "position")
    return speaker.is_public, sorted(said), *(sorted(map(str, rows.all())) for rows in lists)


def merged(keep: Speaker, gone: Speaker, by) -> Speaker:
    merge_speakers(keep, gone, by=by, reason="One man in two spellings.", at=AT)
    return Speaker.objects.get(pk=gone.pk)


def test_everything_stands_as_before_the_merge(by, keep, gone):
    SpeakerAlias.objects.create(speaker=keep, name="A. Streshyn")
    make.make_public_statement(speakers=[keep])
    public = make.make_public_statement(speakers=[(gone, "Streshyn", "Minister")])
    make.make_statement(speakers=[gone])
    make.make_public_statement(speakers=[(keep, "Стрешин", ""), (gone, "his son", "Deputy")])
    Redirect.objects.create(old_path="/speakers/older/", new_path=gone.get_absolute_url(), reason="", at=AT)
    before = state(keep), state(gone), dict(Tally.objects.filter(scope="speaker").values_list("key", "statements"))

    gone = merged(keep, gone, by)
    separate_speakers(gone, by=by, reason=WHY, at=AT)

    gone.refresh_from_db()
    assert (state(keep), state(gone), dict(Tally.objects.filter(scope="speaker").values_list("key", "statements"))) == before
    assert list(Redirect.objects.values_list("old_path", "new_path")) == [("/speakers/older/", gone.get_absolute_url())]
    last = Revision.objects.of(public).last()
    assert (last.version, last.reason, last.changed, last.content["speakers"][0]["speaker"]) == (3, WHY, ["speakers"], "streshyn")
    assert Revision.objects.of(keep).last().reason == WHY
    event = Event.objects.filter(verb="split").get()
    assert (event.object_id, event.reason, event.detail["into"]) == (keep.pk, WHY, "streshyn")


def test_what_was_given_to_another_since_stays_there(by, keep, gone):
    statement = make.make_public_statement(speakers=[gone])
    gone = merged(keep, gone, by)
    third = make.make_speaker()
    publication.correct(statement, by=by, changes={"speakers": [(third, "", "")]}, revision_class="correction", reason="Misread.")

    assert moves_to_separate(gone).statements == []
    separate_speakers(gone, by=by, reason=WHY)

    assert statement.attributions.get().speaker == third


def test_what_was_said_since_stays_with_the_one_that_stayed(by, keep, gone):
    gone = merged(keep, gone, by)
    since = make.make_public_statement(speakers=[keep])

    separate_speakers(gone, by=by, reason=WHY)

    assert since.attributions.get().speaker == keep


def test_merge_of_which_nothing_is_known_is_not_taken_back(by, keep, gone):
    Speaker.objects.filter(pk=gone.pk).update(merged_into=keep)
    gone.refresh_from_db()

    with pytest.raises(Refused, match="did not keep what it moved"):
        separate_speakers(gone, by=by, reason=WHY)


def test_merges_are_taken_back_the_last_first(by, keep, gone):
    gone = merged(keep, gone, by)
    third = make.make_speaker("Third")
    keep = merged(third, keep, by)
    gone.refresh_from_db()

    with pytest.raises(Refused, match="Take that back first"):
        separate_speakers(gone, by=by, reason=WHY)
    separate_speakers(keep, by=by, reason=WHY)
    separate_speakers(Speaker.objects.get(pk=gone.pk), by=by, reason=WHY)

    assert Speaker.objects.standing().count() == 3


def test_two_named_beside_the_same_words_come_back_the_last_first(by, keep, gone):
    """The one name that was left there stands for both: taken by the first, it would be lost to the other."""
    other = make.make_speaker("Olga Third")
    said = make.make_public_statement(speakers=[gone, other])
    merge_speakers(keep, gone, by=by, reason="One.")
    merge_speakers(keep, other, by=by, reason="One too.")

    with pytest.raises(Refused, match="Olga Third was merged into"):
        separate_speakers(gone, by=by, reason="Two.")

    separate_speakers(other, by=by, reason="Two.")
    separate_speakers(gone, by=by, reason="Two.")
    assert [one.speaker for one in said.attributions.all()] == [gone, other]


def test_it_is_refused_without_right_reason_or_merge(by, keep, gone):
    with pytest.raises(Refused, match="not merged"):
        separate_speakers(gone, by=by, reason=WHY)
    with pytest.raises(NotYours):
        separate_speakers(gone, by=make.make_user("editor"), reason=WHY)
    with pytest.raises(Refused, match="Give a reason"):
        separate_speakers(gone, by=by, reason=" ")


def test_what_moves_is_confirmed_as_it_was_seen(by, keep, gone):
    make.make_public_statement(speakers=[gone])
    seen = moves_to_merge(keep, gone).seen
    make.make_statement(speakers=[gone])

    with pytest.raises(Stale):
        merge_speakers(keep, gone, by=by, reason=WHY, seen=seen)
    merge_speakers(keep, gone, by=by, reason=WHY, seen=moves_to_merge(keep, gone).seen)
