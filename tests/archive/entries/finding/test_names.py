"""By which words the names of public rows are found, kept by every act: `test_keeping` compares them after acts at random."""

import pytest

from archive import publication
from archive.entries.finding import names
from archive.models import NameWord, SpeakerAlias, Spelling
from archive.models.finding.names import Named
from tests import factories as make

pytestmark = pytest.mark.django_db


def words(kind: Named) -> set[str]:
    return set(NameWord.objects.filter(kind=kind).values_list("word", flat=True))


def everything_named(make_it):
    """A statement with a name of each kind."""
    speaker = make.make_speaker("Lev Korzun")
    SpeakerAlias.objects.create(speaker=speaker, name="Лев Корзун")
    occasion = make.make_occasion("Talks of the ministers", place="Sarne")
    document = make.make_document("We keep the bridge.", outlet=make.make_outlet("The Ardpress"), title="Korzun on bridges")
    return make_it(document, "We keep the bridge.", speakers=[speaker], occasion=occasion)


def test_only_what_is_public_has_words():
    everything_named(make.make_accepted_statement)

    assert not NameWord.objects.exists()
    assert not Spelling.objects.exists()


def test_names_of_each_kind_come_with_what_is_public_and_go_with_it():
    statement = everything_named(make.make_public_statement)
    link = make.make_occurrence(statement, "The toll will cost 25 000 crowns.", by=make.the_chief())
    assert not words(Named.CLAIM)
    publication.publish(link, by=make.the_chief())
    found = {kind: words(kind) for kind in Named}
    written = dict(Spelling.objects.filter(key__in=["bridg", "korzun"]).values_list("word", "written"))

    publication.withdraw(statement, by=make.the_chief(), revision_class="retraction", reason="He never said it.")

    assert found == {
        Named.SPEAKER: {"lev", "korzun", "лев", "корзун"},
        Named.OUTLET: {"ardpress"},
        Named.CLAIM: {"toll", "cost", "25000", "25", "000", "crown"},
        Named.OCCASION: {"talk", "minist", "sarn"},
        Named.DOCUMENT: {"korzun", "bridg"},
    }
    assert written == {"bridg": "bridges", "korzun": "Korzun", "корзун": "Корзун"}
    assert not NameWord.objects.exists()
    assert not Spelling.objects.exists()


def test_corrected_name_takes_the_place_of_the_old_one():
    statement = everything_named(make.make_public_statement)
    speaker = statement.attributions.get().speaker

    publication.correct(
        speaker, by=make.the_chief(), changes={"name": "Lev Horzun", "aliases": []}, revision_class="typo", reason="It was misread."
    )

    assert words(Named.SPEAKER) == {"lev", "horzun"}
    assert not Spelling.objects.filter(word="корзун").exists()
    assert Spelling.objects.filter(word="korzun").exists()  # of the document's title


def test_all_is_made_anew():
    statement = everything_named(make.make_public_statement)
    speaker = statement.attributions.get().speaker
    NameWord.objects.filter(kind=Named.SPEAKER, word="lev").delete()
    NameWord.objects.create(kind=Named.SPEAKER, word="ghost", row=speaker.pk + 1)

    assert sorted(names.of_kind(Named.SPEAKER).values_list("pk", flat=True)) == [speaker.pk]
    assert names.renew(Named.SPEAKER, [speaker.pk, speaker.pk + 1]) == 2
    assert names.renew(Named.SPEAKER, [speaker.pk, speaker.pk + 1]) == 0
    assert words(Named.SPEAKER) == {"lev", "korzun", "лев", "корзун"}
