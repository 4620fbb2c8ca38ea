"""Texts near the one that is brought stand beside it, and what it is to them is answered before it is kept."""

import pytest
from django.urls import reverse

from archive.capture import capture
from archive.capture.provenance import Provenance
from archive.models import CopySuggestion, Document, NoticeSuggestion
from tests import factories as make
from tests.archive.capture.test_notices import REPORT, TITLE, URL
from tests.archive.desk.sources.test_add import brought, editor, typed  # noqa: F401 - a fixture
from tests.archive.matching.test_sketches import EDITED, OTHER, TEXT

pytestmark = pytest.mark.django_db
PAPER, GAZETTE = "Coastal News", "Gazette"


@pytest.fixture
def earlier() -> Document:
    return capture(TEXT.encode(), Provenance(outlet=make.make_outlet(PAPER), title="The bridge"))


def beside(client, text: str, outlet: str) -> str:
    """The page of a brought text of this outlet."""
    address = brought(client, text)
    client.post(address, typed(client, address, outlet=outlet))
    return address


def keep(client, address: str, other: Document, answer: str, note: str = ""):
    near = {f"near-{other.public_id}": answer, f"note-{other.public_id}": note}
    return client.post(address, typed(client, address, keep="1", **near), follow=True)


def choices(client, address: str) -> list[str]:
    (near,) = client.get(address).context["near"]
    return [choice.answer for choice in near.choices]


@pytest.mark.parametrize(("answer", "is_copy", "kept"), [("copy", True, "copy"), ("own", False, "own"), ("", False, "")])
def test_text_of_another_outlet_is_a_copy_or_its_own_or_asked_later(editor, earlier, answer, is_copy, kept):  # noqa: F811
    make.make_outlet(GAZETTE)
    address = beside(editor, EDITED, GAZETTE)
    assert choices(editor, address) == ["copy", "own"]
    assert "of the shorter text stands in both" in editor.get(address).content.decode()

    keep(editor, address, earlier, answer)

    document = Document.objects.latest("pk")
    assert (document.wire_copy_of == earlier, CopySuggestion.objects.get().answer) == (is_copy, kept)


def test_newer_version_of_the_page_supersedes_it_and_takes_its_drafts(editor, earlier):  # noqa: F811
    address = beside(editor, EDITED, PAPER)
    assert choices(editor, address) == ["version", "own", "correction", "retraction"]

    keep(editor, address, earlier, "version")

    document = Document.objects.latest("pk")
    assert (document.article, document.supersedes) == (earlier.article, earlier)


def test_answer_stands_while_one_reads_again(editor, earlier):  # noqa: F811
    address = beside(editor, EDITED, PAPER)

    editor.post(address, typed(editor, address, look="1", **{f"near-{earlier.public_id}": "own"}))

    assert [near.answer for near in editor.get(address).context["near"]] == ["own"]


def test_it_is_said_to_correct_the_other_with_a_note(editor, earlier):  # noqa: F811
    address = beside(editor, EDITED, PAPER)

    keep(editor, address, earlier, "correction", "about eleven instead of eleven")

    document = Document.objects.latest("pk")
    assert (document.relation, document.relates_to, document.relation_note) == ("correction", earlier, "about eleven instead of eleven")


def test_what_only_a_publisher_may_say_stays_open_and_is_told(editor, earlier):  # noqa: F811
    make.make_public_statement(earlier, "The bridge over the Veyra will be opened to trains")
    address = beside(editor, EDITED, PAPER)

    page = keep(editor, address, earlier, "retraction").content.decode()

    assert "Kept, but not answered: Your role does not allow this" in page
    assert Document.objects.latest("pk").relation == ""


@pytest.mark.parametrize(("answer", "relation", "kept"), [("correction", "correction", "yes"), ("own", "", "no")])
def test_notice_in_the_text_is_answered_before_it_is_kept(editor, answer, relation, kept):  # noqa: F811
    report = capture(REPORT.encode(), Provenance(outlet=make.make_outlet(PAPER), url=URL, published="2023-05-17", title=TITLE))
    notice = f"A note to our readers\n\n{PAPER}, 18 May 2023\n\nCorrection: the toll is three euros, not five ({URL})."
    address = beside(editor, notice, PAPER)
    assert choices(editor, address) == ["correction", "retraction", "own"]
    assert "The notice names its address" in editor.get(address).content.decode()

    keep(editor, address, report, answer)

    assert (Document.objects.latest("pk").relation, NoticeSuggestion.objects.get().answer) == (relation, kept)


def test_address_that_is_here_makes_it_a_newer_version(editor):  # noqa: F811
    report = capture(REPORT.encode(), Provenance(outlet=make.make_outlet(PAPER), url=URL, published="2023-05-17", title=TITLE))

    address = brought(editor, REPORT.replace("five", "three"), url=URL)

    page = editor.get(address).content.decode()
    assert "A newer version of a page that is here" in page
    assert "<del>five</del>" in page
    editor.post(address, typed(editor, address, keep="1"))
    assert Document.objects.latest("pk").supersedes == report


def test_word_for_word_copy_of_another_outlet_is_told(editor, earlier):  # noqa: F811
    address = beside(editor, TEXT, GAZETTE)

    assert "Word for word the same as this text of another outlet" in editor.get(address).content.decode()
    editor.post(address, typed(editor, address, keep="1"))
    assert Document.objects.latest("pk").wire_copy_of == earlier


def test_address_of_another_outlet_stands_in_the_way_and_is_told(editor):  # noqa: F811
    capture(OTHER.encode(), Provenance(outlet=make.make_outlet(PAPER), url=URL))

    address = brought(editor, TEXT, url=URL)
    editor.post(address, typed(editor, address, outlet=GAZETTE))

    page = editor.get(address).content.decode()
    assert f"This address is an article of {PAPER}." in page
    assert "Keep it and review" not in page
    assert f"This address is an article of {PAPER}." in editor.get(reverse("desk:brought-list")).content.decode()
