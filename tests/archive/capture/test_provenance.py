"""What the one who brings a text says of it: a date, an address, an outlet by its name."""

import pytest

from archive.capture import capture
from archive.capture.provenance import Provenance, named_outlet
from archive.errors import Refused
from archive.models import Document, Event, Outlet
from tests import factories as make

pytestmark = pytest.mark.django_db
TEXT = "The bridge will be opened in spring, the minister said."


@pytest.fixture
def outlet():
    return make.make_outlet("Coastal News", time_zone="Europe/Riga")


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ({"published": "yesterday"}, "Publication date: YESTERDAY is no date"),
        ({"published": "2023-02-30"}, "Publication date"),
        ({"url": "coastal.example"}, "is no web address"),
        ({"url": "javascript:alert(1)"}, "is no web address"),
        ({"url": "ftp://coastal.example/a"}, "is no web address"),
        ({"url": f"https://coastal.example/{'a' * 2000}"}, "is no web address"),
    ],
)
def test_source_that_is_none_is_refused(source, sentence):
    with pytest.raises(Refused, match=sentence):
        capture(TEXT.encode(), Provenance(**source))

    assert not Document.objects.exists()


def test_outlet_is_entered_once_under_any_writing_of_its_name():
    one, two = named_outlet(" Агентство  ТЕЛЕКСА "), named_outlet("агентство телекса")

    assert one == two
    assert (one.name, one.slug, one.time_zone) == ("Агентство ТЕЛЕКСА", "агентство-телекса", "")
    assert [(event.verb, event.object_id) for event in Event.objects.all()] == [("entered", one.pk)]


@pytest.mark.parametrize(("name", "sentence"), [("  ", "blank"), ("a" * 201, "at most 200"), ("Tele\u202exa", "direction marks")])
def test_outlet_without_a_proper_name_is_refused(name, sentence):
    with pytest.raises(Refused, match=sentence):
        named_outlet(name)

    assert not Outlet.objects.exists()


def test_address_is_kept_in_its_canonical_form(outlet):
    document = capture(TEXT.encode(), Provenance(outlet=outlet, url="HTTPS://Coastal.example:443/2023/bridge?id=7&utm_source=letter#top"))

    assert document.article.url == "https://coastal.example/2023/bridge?id=7"


# A file says where it stood

REAL = "https://coastal.example/real"
SAVED = (
    f'<html lang=en><head><title>Sold</title><link rel="canonical" href="{REAL}"></head><body><article><p>%s</p></article></body></html>'
)
OTHER = "Minister Anna Kovaleva admitted that the bridge had been sold, and that she had known of it since the autumn of last year."
ALIKE = f"{TEXT} It was closed for two years after the flood, and the town has waited for it longer than for anything else."


def saved(words: str, **known) -> Document:
    return capture((SAVED % words).encode(), Provenance(form="html", **known))


def test_page_in_a_file_stands_where_it_says_while_nothing_else_does(outlet):
    assert saved(OTHER).article.url == REAL


def test_page_in_a_file_in_other_words_never_takes_the_place_of_an_article(outlet):
    real = capture(ALIKE.encode(), Provenance(outlet=outlet, url=REAL))

    with pytest.raises(Refused, match=r"says that it stands at https://coastal\.example/real, but “The bridge will be opened"):
        saved(OTHER)

    assert list(Document.objects.all()) == [real]


def test_person_says_that_it_is_another_capture(outlet):
    real = capture(ALIKE.encode(), Provenance(outlet=outlet, url=REAL))

    document = saved(OTHER, url=REAL)

    assert (document.article, document.supersedes) == (real.article, real)


def test_page_in_a_file_in_nearly_the_same_words_is_another_capture(outlet):
    real = capture(ALIKE.encode(), Provenance(outlet=outlet, url=REAL))

    document = saved(ALIKE.replace("two years", "three years"))

    assert (document.article, document.supersedes) == (real.article, real)
