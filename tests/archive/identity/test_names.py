"""Printed names lead to the Speakers who are called so; other spellings and roles are proposed, and only a person takes them."""

from datetime import UTC, date, datetime

import pytest

from archive.errors import Refused
from archive.identity.names import MayBeKnown, Meant, NoName, name_speaker, take_proposed, take_speaker, who_may_be
from archive.models import Attribution, ChangeProposal, Event, Revision, Speaker, SpeakerRole, Statement
from archive.models.speaker import Days
from tests import factories as make

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 1, 12, tzinfo=UTC)
DAYS = Days(date(2023, 5, 17), date(2023, 5, 17))


def last_event(row) -> tuple:
    event = Event.objects.filter(object_type=row._meta.model_name, object_id=row.pk).first()
    return event.verb, event.by, event.at, event.from_state, event.to_state, event.reason


def in_role(name, title, since="", until="", **fields):
    """A speaker who held the role from one day until another."""
    speaker = make.make_speaker(name, **fields)
    SpeakerRole.objects.create(speaker=speaker, title=title, since=since, until=until)
    return speaker


def test_naming_enters_the_speaker_with_the_printed_role():
    statement = make.make_statement(speakers=[(None, "Юлия Ли", "Minister of Transport")])
    by = make.make_user("editor")

    speaker = name_speaker(statement.attributions.get(), by=by, at=AT)

    assert statement.attributions.get().speaker == speaker
    assert (speaker.name, speaker.slug, [role.title for role in speaker.roles.all()]) == ("Юлия Ли", "юлия-ли", ["Minister of Transport"])
    assert last_event(speaker) == ("entered", by, AT, "", "", "")
    assert last_event(statement)[:2] == ("edited", by)
    assert Statement.objects.get().lock_version == statement.lock_version + 1


def test_naming_takes_the_speaker_of_that_name():
    known = make.make_speaker("Юлия Ли")
    statement = make.make_statement(speakers=["ЮЛИЯ ЛИ"])

    assert name_speaker(statement.attributions.get(), by=make.the_chief()) == known
    assert Speaker.objects.count() == 1


def test_naming_cuts_a_long_role_to_what_a_role_holds():
    statement = make.make_statement(speakers=[(None, "Юлия Ли", "r" * 300)])

    speaker = name_speaker(statement.attributions.get(), by=make.the_chief())

    assert speaker.roles.get().title == "r" * 200


@pytest.mark.parametrize("printed", ["A. Kovaleva", "Anna Kovaleva", "UNICEF", "“Anna” Kovaleva", "王毅", "محمد علي", "Élise", "Юлия"])
def test_name_enters_a_speaker(printed):
    speaker = name_speaker(make.make_statement(speakers=[printed]).attributions.get(), by=make.the_chief())

    assert Speaker.objects.get(name=printed) == speaker


@pytest.mark.parametrize(
    "printed", ["the ministry", "The documents", "the Kremlin", "a spokesman", "An official", "officials", "12 aides", "30%", "As", "Проте"]
)
def test_description_enters_nobody(printed):
    attribution = make.make_statement(speakers=[printed]).attributions.get()

    with pytest.raises(NoName, match=f"“{printed}” is no name: leave it as printed, or choose a speaker from the list."):
        name_speaker(attribution, by=make.the_chief())

    assert not Speaker.objects.exists()


def test_description_that_is_a_known_alias_leads_to_its_speaker():
    known = make.make_speaker("Ministry of Roads")
    known.aliases.create(name="the ministry")

    assert name_speaker(make.make_statement(speakers=["The ministry"]).attributions.get(), by=make.the_chief()) == known


def unnamed():
    statement = make.make_statement(speakers=[(None, "", "a source")])
    return statement.attributions.get()


def two_of_the_name():
    make.make_speaker("Anna Kovaleva")
    make.make_speaker("Anna Kovaleva", description="economist")
    return make.make_statement(speakers=["Anna Kovaleva"]).attributions.get()


def named_already():
    return make.make_statement().attributions.get()


def standing_there_twice():
    return make.make_statement(speakers=[make.make_speaker("Anna Kovaleva"), "Anna KOVALEVA"]).attributions.last()


def with_direction_marks():
    return make.make_statement(speakers=["Anna \u202eavelavoK"]).attributions.get()


def of_a_public_statement():
    return make.make_public_statement(speakers=["Anna Kovaleva"]).attributions.get()


@pytest.mark.parametrize(
    ("attribution", "sentence"),
    [
        (unnamed, "No name is printed here"),
        (two_of_the_name, "Several speakers are called"),
        (named_already, "has its speaker already"),
        (standing_there_twice, "stands there already"),
        (with_direction_marks, "signs that nobody sees"),
        (of_a_public_statement, "can be given a speaker"),
    ],
)
def test_naming_is_refused(attribution, sentence):
    attribution = attribution()
    speakers, events = Speaker.objects.count(), Event.objects.count()

    with pytest.raises(Refused, match=sentence):
        name_speaker(attribution, by=make.the_chief())

    assert (Speaker.objects.count(), Event.objects.count()) == (speakers, events)
    assert Attribution.objects.get(pk=attribution.pk).speaker == attribution.speaker


@pytest.mark.parametrize(
    ("known", "printed", "reason"),
    [
        ("Sergei Lavrenev", "Сергей Лавренёв", "“Сергей Лавренёв” may be a transliteration of “Sergei Lavrenev”"),
        ("Сергей Лавренёв", "Sergey Lavrenyov", "“Sergey Lavrenyov” may be a transliteration of “Сергей Лавренёв”"),
        ("Sergei Lavrenev", "Sergey Lavrenyov", "“Sergey Lavrenyov” may be another spelling of “Sergei Lavrenev”"),
        ("Sergei Lavrenev", "Сяргей Лаўранёў", "“Сяргей Лаўранёў” may be a transliteration of “Sergei Lavrenev”"),
    ],
)
def test_another_spelling_is_proposed_with_its_reason_and_nobody_entered(known, printed, reason):
    speaker = make.make_speaker(known)
    attribution = make.make_statement(speakers=[printed]).attributions.get()

    assert who_may_be(attribution) == [Meant(speaker, reason)]
    with pytest.raises(MayBeKnown, match="take that speaker as proposed"):
        name_speaker(attribution, by=make.the_chief())
    assert list(Speaker.objects.all()) == [speaker]


def test_role_without_a_name_proposes_who_held_it_on_that_day():
    in_role("Mark Oldman", "Foreign Minister of Veldania", "2010", "2019")
    holder = in_role("Anna Kovaleva", "Foreign Minister of Veldania", "2019-05")
    attribution = make.make_statement(speakers=[(None, "the minister", "Foreign Minister of Veldania")]).attributions.get()

    assert who_may_be(attribution) == [Meant(holder, "was Foreign Minister of Veldania then")]


def test_two_who_fit_are_both_shown_and_none_is_taken():
    first, second = make.make_speaker("Anna Kovaleva"), in_role("Anna Kovaleva", "Mayor of Port")
    attribution = make.make_statement(speakers=[(None, "Anna Kovaleva", "mayor")]).attributions.get()
    SpeakerRole.objects.create(speaker=first, title="Mayor of Lipsa")

    assert who_may_be(attribution) == [
        Meant(first, "is called so and was Mayor of Lipsa then"),
        Meant(second, "is called so and was Mayor of Port then"),
    ]
    with pytest.raises(Refused, match="Several fit"):
        take_proposed(attribution, by=make.the_chief())


def test_other_people_are_not_proposed():
    make.make_speaker("Anna Kovaleva")
    attribution = make.make_statement(speakers=["Aleksandr Kovalev"]).attributions.get()

    assert who_may_be(attribution) == []


def test_taking_a_proposed_speaker_remembers_the_spelling():
    speaker, by = make.make_speaker("Sergei Lavrenev"), make.make_user("editor")
    statement = make.make_statement(speakers=["Сергей Лавренёв"])

    take_proposed(statement.attributions.get(), by=by, at=AT)

    assert statement.attributions.get().speaker == speaker
    assert [alias.name for alias in speaker.aliases.all()] == ["Сергей Лавренёв"]
    assert last_event(statement)[:3] == ("edited", by, AT)
    assert Speaker.objects.the_one_called("СЕРГЕЙ ЛАВРЕНЁВ") == speaker


def test_other_name_of_a_public_speaker_makes_a_revision():
    speaker = make.make_speaker("Sergei Lavrenev")
    make.make_public_statement(speakers=[speaker])
    revisions = Revision.objects.count()
    attribution = make.make_statement(speakers=["Сергей Лавренёв"]).attributions.get()

    take_proposed(attribution, by=make.the_chief())

    assert Revision.objects.count() == revisions + 1
    assert "another spelling" in Revision.objects.latest("id").reason


def test_other_name_of_a_public_speaker_that_an_editor_takes_waits_for_a_publisher():
    speaker, by = make.make_speaker("Sergei Lavrenev"), make.make_user("editor")
    make.make_public_statement(speakers=[speaker])
    statements = [make.make_statement(speakers=["Сергей Лавренёв"]) for _ in "ab"]

    for statement in statements:
        take_proposed(statement.attributions.get(), by=by, at=AT)

    assert [statement.attributions.get().speaker for statement in statements] == [speaker, speaker]
    assert (speaker.aliases.exists(), Revision.objects.of(speaker).count()) == (False, 1)
    proposal = ChangeProposal.objects.get()
    assert (proposal.becomes, proposal.by, proposal.at) == ({"aliases": ["Сергей Лавренёв"]}, by, AT)
    assert proposal.reason == "“Сергей Лавренёв” is another spelling of the name."


def test_description_becomes_no_other_name():
    holder = in_role("Anna Kovaleva", "Foreign Minister of Veldania", "2019-05")
    attribution = make.make_statement(speakers=[(None, "the minister", "Foreign Minister of Veldania")]).attributions.get()

    take_proposed(attribution, by=make.the_chief())

    assert not holder.aliases.exists()


def test_merged_speaker_is_not_taken():
    keep, gone = make.make_speaker("Anna Kovaleva"), make.make_speaker("Anna Kovaliova")
    gone.merged_into = keep
    gone.save()

    with pytest.raises(Refused, match="was merged into"):
        take_speaker(make.make_statement(speakers=["A. Kovaleva"]).attributions.get(), gone, by=make.the_chief())


@pytest.mark.parametrize(
    ("printed", "name"), [("J.R. Holt", "J. R. Holt"), ("Ann‑Lee Holt", "Ann-Lee Holt"), ("Марʼяна Лось", "Мар’яна Лось")]
)
def test_name_typed_otherwise_is_the_same_name(printed, name):
    known = make.make_speaker(name)
    attribution = make.make_statement(speakers=[printed]).attributions.get()

    assert name_speaker(attribution, by=make.the_chief()) == known
    assert list(Speaker.objects.all()) == [known]


@pytest.mark.parametrize("printed", ["\u0410nna Holt", "Anna-Holt", "An\u200dna Holt"])
def test_name_that_looks_like_a_known_one_is_proposed_and_nobody_entered(printed):
    known = make.make_speaker("Anna Holt")
    attribution = make.make_statement(speakers=[printed]).attributions.get()

    with pytest.raises(MayBeKnown, match="looks like “Anna Holt”"):
        name_speaker(attribution, by=make.the_chief())

    assert list(Speaker.objects.all()) == [known]
    assert take_proposed(attribution, by=make.the_chief()) == known


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("Ministry of Roads", "body"),
        ("European Commission", "body"),
        ("Министерство обороны", "body"),
        ("Telexa", "body"),  # an outlet is called so
        ("Anna Holt", "person"),
    ],
)
def test_body_is_entered_as_a_body(printed, kind):
    make.make_outlet("Telexa")
    attribution = make.make_statement(speakers=[printed]).attributions.get()

    assert name_speaker(attribution, by=make.the_chief()).kind == kind


def named(attribution):
    return name_speaker(attribution, by=make.the_chief(), at=AT)


def taken(attribution):
    return take_speaker(attribution, make.make_speaker("Nora Pell"), by=make.the_chief(), at=AT)


@pytest.mark.parametrize("act", [named, taken])
def test_speaker_given_after_acceptance_makes_it_a_draft_again(act):
    statement = make.make_accepted_statement(speakers=["Anna Holt"])

    act(statement.attributions.get())

    verbs = Event.objects.filter(object_type="statement").order_by("id").values_list("verb", flat=True)
    assert (Statement.objects.get().status, list(verbs)) == ("draft", ["accepted", "edited", "returned"])


def test_speaker_of_what_is_linked_is_not_given():
    statement = make.make_accepted_statement(speakers=["Anna Holt"])
    make.make_occurrence(statement)

    with pytest.raises(Refused, match="Take that answer back first"):
        name_speaker(statement.attributions.get(), by=make.the_chief())

    assert statement.attributions.get().speaker is None
