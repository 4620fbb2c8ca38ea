"""Who a speaker or an outlet is, as its page tells."""

import pytest
from django.http import Http404

from archive.models import SpeakerAlias, SpeakerRole
from tests.factories import make_claim, make_document, make_occasion, make_outlet, make_public_statement, make_speaker, make_statement
from timeline.record import profiles
from timeline.record.profiles import OutletProfile, Ranked, Role, SpeakerProfile

pytestmark = pytest.mark.django_db


def of(speaker):
    return profiles.speaker_of(speaker.slug)


def test_a_speaker_with_names_and_roles_from_the_earliest_on():
    anna = make_speaker("Anna Hill", description="economist")
    for title, since in (("Minister", "2021"), ("Mayor", "2015-03")):
        SpeakerRole.objects.create(speaker=anna, title=title, since=since)
    for name in ("Анна Хилл", "A. Hill"):
        SpeakerAlias.objects.create(speaker=anna, name=name)
    make_public_statement(speakers=[anna])

    found = of(anna)

    assert found == SpeakerProfile(anna.pk, "anna-hill", "Anna Hill", "economist")
    assert profiles.roles_of(found) == [Role("Mayor", "2015-03", ""), Role("Minister", "2021", "")]
    assert profiles.aliases_of(found) == ["A. Hill", "Анна Хилл"]


def test_an_outlet():
    outlet = make_outlet("Telexa", kind="agency", time_zone="Europe/Riga", text_policy="full", homepage="https://telexa.example/")
    make_public_statement(make_document(outlet=outlet))

    found = profiles.outlet_of("telexa")

    assert found == OutletProfile(outlet.pk, "telexa", "Telexa", "agency", "Europe/Riga", "full", "https://telexa.example/")
    assert (found.kind_in_words, found.shows_full_text) == ("news agency", True)
    assert (found._replace(kind="other").kind_in_words, found._replace(text_policy="excerpts").shows_full_text) == ("", False)


def test_who_has_no_public_statement_has_no_page():
    anna, peter, outlet = make_speaker("Anna Hill"), make_speaker("Peter Marsh"), make_outlet("Telexa")
    make_statement(make_document(outlet=outlet), speakers=[anna])
    make_public_statement(speakers=[peter])
    peter.merged_into = anna
    peter.save()

    for profile_of, slug in (
        (profiles.speaker_of, "anna-hill"), (profiles.speaker_of, "peter-marsh"), (profiles.speaker_of, "nobody"),
        (profiles.outlet_of, "telexa"), (profiles.outlet_of, "nobody"),
    ):  # fmt: skip
        with pytest.raises(Http404):
            profile_of(slug)


def test_who_speaks_together():
    anna, peter = make_speaker("Anna Hill"), make_speaker("Peter Marsh")
    make_public_statement(speakers=[anna, peter])

    jointly = "/chronology/?speaker=anna-hill&jointly=peter-marsh"
    assert profiles.beside(of(anna)) == [Ranked("/speakers/peter-marsh/", "Peter Marsh", 1, "1 statement", jointly)]
    assert profiles.claims_of(of(anna)) == []


def test_what_a_speaker_said_on_two_occasions():
    anna, claim, briefing = make_speaker("Anna Hill"), make_claim("It stays."), make_occasion()
    for _report in range(2):
        make_public_statement(speakers=[anna], occasion=briefing, claims=[claim])
    make_public_statement(speakers=["a source"], claims=[claim])
    assert profiles.claims_of(of(anna)) == []

    make_public_statement(speakers=[anna], claims=[claim])
    trail = "/claims/it-stays/?counted=sayings&speaker=anna-hill#trail"
    assert profiles.claims_of(of(anna)) == [Ranked("/claims/it-stays/", "It stays.", 2, "on 2 occasions", trail)]
