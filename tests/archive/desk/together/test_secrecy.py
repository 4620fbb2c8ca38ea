"""Remarks and notes are for colleagues: nothing that the public can ask for knows of them."""

import re
from html import unescape
from urllib.parse import urldefrag, urljoin

import pytest

from archive import publication
from archive.models import Revision
from archive.working import assignments, remarks
from tests import factories as make

pytestmark = pytest.mark.django_db
WORD = "quibblesworth"
LINK = re.compile(r'(?:href|content|src)="([^"]+)"|"(?:url|next|html_url)":\s*"([^"]+)"')
API = [
    f"/api/v1/{name}/" for name in ("statements", "claims", "speakers", "outlets", "documents", "occasions", "occurrences", "corrections")
]
NOT_PUBLIC = ("/static/", "/admin/", "/desk/")


def public_answers(client) -> dict[str, bytes]:
    """Every address that a reader comes to from the first page and the lists of the API by following links."""
    waiting, answers = ["/", *API], {}
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        answers[address] = b"".join(answer) if answer.streaming else answer.content
        for match in LINK.finditer(answers[address].decode("utf-8", "replace")):
            link, _ = urldefrag(urljoin(f"http://testserver{address}", unescape(match[1] or match[2])))
            path = re.sub(r"^https?://(testserver|127\.0\.0\.1:8000)(?=/)", "", link)
            if path.startswith("/") and not path.startswith(NOT_PUBLIC) and path not in answers and path not in waiting:
                waiting.append(path)
    return answers


def test_no_public_page_export_feed_or_revision_holds_a_remark(client):
    editor = make.make_user("editor")
    statement = make.make_public_statement(claims=["The bridge will be opened."])
    document = statement.document
    rows = [statement, document, document.article, document.outlet, statement.attributions.get().speaker, statement.occurrences.get().claim]
    for row in rows:
        remarks.remark(row, f"Ask about {WORD}.", by=editor)
    assignments.give(document, editor, by=editor, note=WORD)
    publication.correct(statement, by=make.the_chief(), changes={"kind": "mixed"}, revision_class="correction", reason="Misread.")

    answers = public_answers(client)

    assert {row.get_absolute_url() for row in rows if hasattr(row, "get_absolute_url")} <= answers.keys()
    assert [address for address, body in answers.items() if WORD.encode() in body] == []
    assert not any(WORD in str(one.content) for one in Revision.objects.all())
