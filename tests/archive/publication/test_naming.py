"""Names and roles of public speakers: put right with a class and a reason, or renewed by a merge."""

import pytest

from archive import publication
from archive.enums import RevisionClass
from archive.errors import Refused
from archive.models import ArchiveState, Revision
from archive.publication.naming import NAMES, aliases_of, set_aliases, set_roles
from tests import factories as make
from tests.archive.publication.kept import everything, revisions

pytestmark = pytest.mark.django_db
TYPO = {"revision_class": RevisionClass.TYPO, "reason": "A letter was missing."}


@pytest.fixture
def speaker():
    speaker = make.make_speaker("Ada Moreau")
    make.make_public_statement(speakers=[speaker])
    return speaker


def test_names_and_roles_of_a_public_speaker_are_corrected_with_a_revision(speaker, by):
    speaker.aliases.create(name="A. Moreau")
    speaker.roles.create(title="Mayor", since="2019")
    changes = {"aliases": ["Ада Моро"], "roles": [("Mayor of Ostrel", "2019", "2021-10~")]}

    publication.correct(speaker, by=by, changes=changes, **TYPO)

    assert revisions(speaker)[-1][1:5] == ("typo", "A letter was missing.", ["aliases", "roles"], by)
    content = Revision.objects.of(speaker).last().content
    assert (content["aliases"], content["roles"]) == (["Ада Моро"], ["Mayor of Ostrel (2019/2021-10~)"])


def test_rows_that_stay_keep_their_numbers(speaker):
    stays = [speaker.aliases.create(name="A. Moreau").pk, speaker.roles.create(title="Mayor").pk]
    speaker.aliases.create(name="Goes")

    set_aliases(speaker, ["A.  MOREAU", "Comes"])
    set_roles(speaker, [("Mayor", "", ""), ("Minister", "2020", "")])

    assert aliases_of(speaker) == ["A. MOREAU", "Comes"]
    assert sorted(NAMES["roles"].read(speaker)) == [("Mayor", "", ""), ("Minister", "2020", "")]
    assert [speaker.aliases.get(name="A. MOREAU").pk, speaker.roles.get(title="Mayor").pk] == stays


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"aliases": ["A. Moreau", "a. moreau"]}, "stands there twice"),
        ({"aliases": ["\u202eada"]}, "direction marks"),
        ({"aliases": [""]}, "blank"),
        ({"roles": [("", "", "")]}, "blank"),
        ({"roles": [("Mayor", "soon", "")]}, "Write for instance"),
        ({"roles": [("Mayor", "2020", "2019")]}, "ends before it begins"),
        ({"aliases": ["Moreau", "Ада Моро"]}, "Nothing would change"),
    ],
)
def test_names_that_cannot_be_are_refused(changes, sentence, speaker, by):
    set_aliases(speaker, ["Ада Моро", "Moreau"])
    before = everything()

    with pytest.raises(Refused, match=sentence):
        publication.correct(speaker, by=by, changes=changes, **TYPO)

    assert everything() == before


def test_other_names_of_a_public_speaker_are_renewed_with_a_revision():
    publisher, speaker = make.make_user("publisher"), make.make_speaker("Ada Moreau")
    make.make_public_statement(speakers=[speaker])
    before = ArchiveState.current_revision()
    speaker.aliases.create(name="A. Moreau")
    speaker.roles.create(title="Mayor", since="2019")

    publication.renew_names(speaker, by=publisher, reason="Her other name was entered.")

    revision = Revision.objects.of(speaker).last()
    assert (revision.version, revision.reason, revision.changed) == (2, "Her other name was entered.", ["aliases", "roles"])
    assert (revision.content["aliases"], revision.content["roles"]) == (["A. Moreau"], ["Mayor (2019/)"])
    assert ArchiveState.current_revision() == before + 1


def test_other_names_of_a_speaker_who_is_not_public_leave_no_revision():
    speaker = make.make_speaker("Ada Moreau")

    publication.renew_names(speaker, by=make.make_user("editor"), reason="Entered.")

    assert not Revision.objects.of(speaker).exists()


@pytest.mark.parametrize("role", ["viewer", "editor", "reviewer", "administrator of people"])
def test_names_are_renewed_by_a_publisher_alone(speaker, role):
    speaker.aliases.create(name="THE CONVICTED THIEF")

    with pytest.raises(Refused, match="Your role does not allow this"):
        publication.renew_names(speaker, by=make.make_user(role), reason="Entered.")

    assert Revision.objects.of(speaker).count() == 1
