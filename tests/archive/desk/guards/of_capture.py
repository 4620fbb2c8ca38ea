"""What is refused where a text comes in, is looked at and kept, and where a document is put right or removed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import reverse

from archive import publication
from archive.capture import brought, pages
from archive.enums import CopyAnswer, NoticeAnswer
from archive.identity import copying
from archive.models import BroughtText, CopySuggestion, Document
from tests import factories as make
from tests.archive.desk.guards.meeting import ANYWHERE, Meeting, Situation, field
from tests.archive.desk.guards.of_doubts import signed_in
from tests.archive.desk.people.pages import filled
from tests.archive.fetching.serving import answer, serving
from tests.archive.pages import feed, pace_to, page
from tests.archive.reading.files import warc_of

ADD = reverse("desk:add")
TEXT = "Bridge over the Veyra opens in spring\n\nCoastal News, 14 June 2018\n\n“The bridge will be opened,” Anna Kovaleva said.\n"
AT = "http://www.coastal.example/bridge"
PASTED, ADDRESS = field("pasted"), field("url")
ABOVE_THE_FIELDS = "following-sibling::*[contains(@class, 'field') or contains(@class, 'acts')]"
ABOVE_THE_FORM = "following-sibling::form[@id='look']"
IN_THE_PLACE_OF_THE_BUTTON = "preceding-sibling::h2"
MARKED = "Coastal\u202eNews"  # with a mark that turns the direction


def bringing(told: str, beside: str, *ways: str, few: str = "", **sent: Any) -> Situation:
    """A text is pasted, a file (its name and bytes) chosen, an address typed. `few` is the limit of `brought` that is reached."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        files = {"files": [SimpleUploadedFile(*sent["files"])]} if "files" in sent else {}

        def press():
            with pytest.MonkeyPatch.context() as patch:
                if few:
                    patch.setattr(brought, few, 0)
                return client.post(ADD, sent | files)

        return Meeting(press, told, beside, ways)

    return situation


def fetching(told: str, kind: str, body: bytes) -> Situation:
    """An address alone, of which this is the answer."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")

        def press():
            with (
                serving({"/bridge": answer(body, kind=kind)}) as site,
                pytest.MonkeyPatch.context() as patch,
                override_settings(FETCHING=True),
            ):
                patch.setattr(pages, "our_pace", lambda patience: pace_to(site))
                return client.post(ADD, {"url": AT})

        return Meeting(press, told, ADDRESS)

    return situation


def where_nobody_goes(client: Client) -> Meeting:
    signed_in(client, "editor")

    def press():
        with override_settings(FETCHING=True):
            return client.post(ADD, {"url": "http://coastal.example:8080/"})

    return Meeting(press, "Port 8080 is not fetched from: pages of the public web are at 80 and 443.", ADDRESS)


def keeping(told: str, then: Callable[[BroughtText], Any] = lambda row: None, beside: str = ABOVE_THE_FIELDS, **typed: str) -> Situation:
    """A text that was brought is kept; `then` is what happened since its page was opened."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        make.make_document("Something else.", outlet=make.make_outlet("Harbour Press"), url=AT)
        address = client.post(ADD, {"pasted": TEXT}).url
        sent = filled(client.get(address), keep="1", **typed)
        then(BroughtText.objects.get())
        return Meeting(lambda: client.post(address, sent), told, beside)

    return situation


def in_the_place_of_another(client: Client) -> Meeting:
    signed_in(client, "editor")
    make.make_document("Nobody ever spoke of the weather in those days.", url=AT)
    saved = SimpleUploadedFile("saved.html", page(head=f'<link rel="canonical" href="{AT}">'))
    told = f"The page says that it stands at {AT}, but “…” stands there in other words. Give the address at which it stands."
    return Meeting(lambda: client.post(ADD, {"files": [saved]}), told, ABOVE_THE_FORM, ("Read again with this",))


def mending(told: str, then: Callable[[Document], Any] = lambda document: None, **typed: str) -> Situation:
    """What was read of a document that is kept."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        document = make.make_document(title="Bridge opens")
        address = reverse("desk:source", args=[document.public_id])
        sent = filled(client.get(address), **typed)
        then(document)
        return Meeting(lambda: client.post(address, sent), told, ABOVE_THE_FIELDS, ("Save",))

    return situation


def put_right_by_another(document: Document) -> None:
    publication.put_right(document, {"title": "Bridge closed"}, by=make.the_chief(), read_version=document.lock_version)


def removing(told: str, made: Callable[[], Document]) -> Situation:
    """Its page was opened before that stood in the way."""

    def situation(client: Client) -> Meeting:
        signed_in(client, "editor")
        address = reverse("desk:remove-document", args=[made().public_id])
        return Meeting(lambda: client.post(address, {"reason": "The wrong file."}), told, IN_THE_PLACE_OF_THE_BUTTON)

    return situation


def copy_answered_by_another(client: Client) -> Meeting:
    signed_in(client, "editor")
    pair = CopySuggestion.objects.create(document=make.make_document(), other=make.make_document(), likeness=0.9)
    copying.answer(pair, CopyAnswer.OWN, by=make.the_chief())
    address = reverse("desk:answer-copy", args=[pair.pk])
    return Meeting(lambda: client.post(address, {"answer": "copy"}), "chief answered this already: ….", ANYWHERE)


def notice_answered_by_another(client: Client) -> Meeting:
    signed_in(client, "editor")
    asked = make.make_notice_suggestion()
    publication.answer(asked, NoticeAnswer.NO, by=make.the_chief())
    address = reverse("desk:answer-notice", args=[asked.pk])
    return Meeting(lambda: client.post(address, {"answer": "yes"}), "chief answered this already: ….", ANYWHERE)


SITUATIONS: list[tuple[str, Situation]] = [
    (
        "capture/brought.py: More than %(most)s texts would wait for you",
        bringing("More than 0 texts would wait for you. Keep or leave out some first", PASTED, few="MOST", pasted=TEXT),
    ),
    (
        "capture/brought.py: More than %(most)s MB would wait for you",
        bringing("More than 0 MB would wait for you. Keep or leave out some first", PASTED, few="MOST_BYTES", pasted=TEXT),
    ),
    (
        "capture/brought.py: The pages in it have more than %(largest_file)s MB together",
        bringing(
            "The pages in it have more than 0 MB together. Take it in with the command capture.",
            ANYWHERE,
            "Take it off this list",
            few="LARGEST_FILE",
            files=("pages.warc.gz", warc_of((AT, "text/html", page()))),
        ),
    ),
    ("capture/brought.py: `GONE`", keeping("It was kept or left out meanwhile.", lambda row: row.delete(), ANYWHERE)),
    ("capture/intake.py: `str(error)`", bringing("The file is empty.", ANYWHERE, "Take it off this list", files=("empty.txt", b""))),
    (
        "capture/intake.py: This address is an article of %(outlet)s",
        keeping("This address is an article of Harbour Press. Check the outlet, or the address.", outlet="Coastal News", url=AT),
    ),
    (
        "capture/pages.py: At this address is no text but %(content_type)s",
        fetching("At this address is no text but image/png.", "image/png", b"\x89PNG"),
    ),
    (
        "capture/pages.py: This is the address of a feed or of an archive of pages",
        fetching("This is the address of a feed or of an archive of pages.", "application/rss+xml", feed((f"{AT}/1", "One"))),
    ),
    ("capture/pages.py: `str(refusal)`", where_nobody_goes),
    (
        "capture/provenance.py: “%(url)s” is no web address",
        keeping("“ftp://coastal.example/a” is no web address. Write it as https://….", beside=ADDRESS, url="ftp://coastal.example/a"),
    ),
    ("capture/provenance.py: `told`", in_the_place_of_another),
    ("removal.py: `told`", removing("The public has seen it, so it is kept", lambda: make.make_public_statement().document)),
    (
        "removal.py: `told`",
        removing("It stands beside public statements.", lambda: make.make_notice(make.make_public_statement().document)),
    ),
    ("removal.py: `told`", removing("It is still needed by 1 statement.", lambda: make.make_accepted_statement().document)),
    ("acts.py: `' '.join(error.messages)`", mending("This name holds signs that nobody sees, such as direction marks.", outlet=MARKED)),
    ("acts.py: `' '.join(error.messages)`", keeping("This name holds signs that nobody sees, such as direction marks.", outlet=MARKED)),
    (
        "acts.py: `errors.OVERTAKEN`",
        mending("Somebody else saved this while you were editing.", put_right_by_another, outlet="Coastal News"),
    ),
    ("acts.py: `f'{said} {then}'.rstrip()`", copy_answered_by_another),
    ("acts.py: `f'{said} {then}'.rstrip()`", notice_answered_by_another),
]
UNREACHED = {
    "capture/feeds.py: `str(refusal)`": "feeds are polled by commands and the worker",
    "capture/intake.py: The file holds %(count)s documents": "only where a file is taken in unseen: the desk lists each of them",
    "capture/intake.py: `found[0].sentence`": "only where a file is taken in unseen: the desk lists it as not read",
    "capture/pages.py: This site does not fetch pages": "the form asks for a text or a file first where nothing is fetched",
    "capture/provenance.py: Publication date: %(error)s": "the form reads the day first",
    "capture/rechecks.py: Only a public article with an address is looked up again.": "only the tables and commands look again",
}
