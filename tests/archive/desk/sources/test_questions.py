"""Questions about two texts are put one at a time and answered by a key; the next comes at once."""

import pytest
from django.urls import reverse

from archive.models import CopySuggestion, Document, NoticeSuggestion
from tests import factories as make

pytestmark = pytest.mark.django_db

COPIES, NOTICES = reverse("desk:copies"), reverse("desk:notices")
TEXT = "The bridge over the Veyra will be opened to trains in the spring.\nSo the minister said on Thursday.\n"


@pytest.fixture
def editor(client):
    client.person = make.make_user("editor")
    client.force_login(client.person)
    return client


def make_pair(likeness: float = 0.9) -> CopySuggestion:
    earlier, later = make.make_document(TEXT), make.make_document(TEXT.replace("spring", "summer"))
    return CopySuggestion.objects.create(document=later, other=earlier, likeness=likeness)


def asked(client, address: str) -> object:
    return client.get(address).context["row"]


def answer_copy(client, pair: CopySuggestion, answer: str, **more: str):
    return client.post(reverse("desk:answer-copy", args=[pair.pk]), {"answer": answer, **more})


def answer_notice(client, notice: NoticeSuggestion, answer: str, **more: str):
    return client.post(reverse("desk:answer-notice", args=[notice.pk]), {"answer": answer, **more})


def test_two_texts_stand_side_by_side_with_the_words_that_differ(editor):
    make_pair()

    page = editor.get(COPIES).content.decode()

    assert "<del>spring.</del>" in page
    assert "<ins>summer.</ins>" in page
    assert "1 paragraph is the same" in page
    assert "1 question waits" in page


def test_copies_are_answered_one_after_another_the_nearest_first(editor):
    second, third, first = make_pair(0.8), make_pair(0.8), make_pair(0.9)

    assert asked(editor, COPIES) == first
    assert answer_copy(editor, first, "copy").url == COPIES
    assert Document.objects.get(pk=first.document_id).wire_copy_of == first.other
    assert asked(editor, COPIES) == second
    assert answer_copy(editor, second, "own").url == COPIES
    assert CopySuggestion.objects.get(pk=second.pk).answer == "own"
    assert asked(editor, COPIES) == third


def test_what_is_put_off_is_passed_over_and_still_waits(editor):
    first, second = make_pair(0.9), make_pair(0.8)
    behind = f"{COPIES}?after={first.pk}"

    assert asked(editor, behind) == second
    assert answer_copy(editor, second, "own", after=str(first.pk)).url == behind
    assert "Those that you put off still wait." in editor.get(behind).content.decode()
    answer_copy(editor, first, "own")
    assert "Nothing waits for an answer here." in editor.get(f"{COPIES}?after=odd").content.decode()


def test_what_another_answered_meanwhile_is_told(editor):
    pair = make_pair()
    answer_copy(editor, pair, "own")

    assert "answered this already" in editor.get(answer_copy(editor, pair, "copy").url).content.decode()


def test_notice_is_answered_with_its_note(editor):
    notice = make.make_notice_suggestion()

    assert asked(editor, NOTICES) == notice
    assert answer_notice(editor, notice, "yes", note="54.2 instead of 52.4").url == NOTICES

    document = Document.objects.get(pk=notice.document_id)
    assert (document.relation, document.relates_to, document.relation_note) == ("correction", notice.other, "54.2 instead of 52.4")


def test_notice_that_is_none_is_answered_and_the_next_comes(editor):
    older, newer = make.make_notice_suggestion(), make.make_notice_suggestion(relation="retraction")

    assert asked(editor, NOTICES) == newer
    assert "Does it take the other back?" in editor.get(NOTICES).content.decode()
    assert asked(editor, f"{NOTICES}?after={newer.pk}") == older
    answer_notice(editor, newer, "no")
    assert NoticeSuggestion.objects.get(pk=newer.pk).answer == "no"
    assert asked(editor, NOTICES) == older
    answer_notice(editor, older, "no")
    assert "Nothing waits for an answer here." in editor.get(NOTICES).content.decode()


def test_what_is_public_is_a_publishers_yes(editor, client):
    other = make.make_public_statement().document
    notice = make.make_notice_suggestion(other=other, document=make.make_document(outlet=other.outlet))

    assert "a publisher says yes" in editor.get(NOTICES).content.decode()
    refused = answer_notice(editor, notice, "yes", note="54.2 instead of 52.4")
    assert refused.status_code == 422
    assert "Your role does not allow this" in refused.content.decode()
    assert NoticeSuggestion.objects.get().answer == ""

    client.force_login(make.make_user("editor", "publisher"))
    assert "It is public at once." in client.get(NOTICES).content.decode()
    answer_notice(client, notice, "yes", note="54.2 instead of 52.4")
    assert NoticeSuggestion.objects.get().answer == "yes"


@pytest.mark.parametrize("address", [COPIES, NOTICES])
def test_who_takes_no_texts_in_is_not_asked(client, address):
    client.force_login(make.make_user("reviewer"))

    assert client.get(address).status_code == 403
