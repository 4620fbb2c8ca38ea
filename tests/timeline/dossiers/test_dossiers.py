"""Dossiers: evidence that can be checked where this site is not at hand."""

import hashlib
import json
import re
from io import BytesIO
from urllib.parse import quote
from zipfile import ZipFile

import pytest

from archive import publication
from archive.enums import RevisionClass
from archive.models import Revision, Statement
from tests.factories import the_chief
from tests.timeline.pages import SECRET_WORDS, make_record

pytestmark = pytest.mark.django_db


def unpacked(answer) -> dict[str, bytes]:
    with ZipFile(BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        return {name.removeprefix("dossier/"): archive.read(name) for name in archive.namelist()}


def test_the_bundle_holds_what_it_says_with_the_fingerprint_of_each_file(client):
    statement = make_record().statement
    answer = client.get("/chronology/dossier.zip?said_from=2023-05-17&said_to=2023-05-17")

    files = unpacked(answer)

    assert answer["Content-Disposition"].startswith("attachment")
    for line in files["SHA256SUMS"].decode().splitlines():
        told, name = line.split("  ")
        assert hashlib.sha256(files[name]).hexdigest() == told
    package = json.loads(files["datapackage.json"])
    assert package["filter"] == {"said_from": "2023-05-17", "said_to": "2023-05-17"}
    assert [one["bytes"] for one in package["resources"]] == [len(files[one["path"]]) for one in package["resources"]]
    rows = {row["id"]: row for row in map(json.loads, files["list.ndjson"].splitlines())}
    whole = rows[statement.public_id]
    assert whole["text"] in whole["context"]
    assert [one["sha256"] for one in whole["revisions"]] == [one.sha256 for one in Revision.objects.of(statement)]
    assert not any(words in b"".join(files.values()).decode().lower() for words in SECRET_WORDS)


def test_the_paper_needs_nothing_else_and_tells_each_version(client):
    statement = make_record().statement
    publication.correct(
        statement, by=the_chief(), changes={"locator": "p. <4>"}, revision_class=RevisionClass.CORRECTION, reason="It was page 4."
    )

    html = client.get(f"/chronology/dossier.html?statements={statement.public_id}").content.decode()

    assert not re.search(r"<(script|link|img)\b|src=|url\(", html)
    assert "It was page 4." in html
    assert "p. &lt;4&gt;" in html
    assert all(one.sha256 in html for one in Revision.objects.of(statement))
    assert "Chosen one by one: 1 statement" in html
    assert html.count("<article") == 1


def test_what_was_withdrawn_is_in_no_dossier(client):
    statement = make_record().statement
    publication.withdraw(statement, by=the_chief(), revision_class=RevisionClass.RETRACTION, reason="Not his words.")

    assert "The toll stays for ever" not in client.get("/chronology/dossier.html").content.decode()
    assert client.get(f"/chronology/dossier.html?statements={statement.public_id}").status_code == 400


@pytest.mark.parametrize("path", ["/corrections/dossier.html", "/corrections/dossier.zip"])
def test_the_log_of_corrections_can_be_filed_too(client, path):
    make_record()
    answer = client.get(path)
    text = answer.content.decode() if path.endswith("html") else unpacked(answer)["dossier.html"].decode()
    assert text.count("<article") == Revision.objects.corrections().count() > 0


def test_chosen_statements_are_the_same_on_page_file_and_api(client):
    make_record()
    chosen = sorted(Statement.objects.public().values_list("public_id", flat=True))[:2]
    query = f"statements={','.join(chosen)}"

    answer = client.post(
        "/dossier/", {"statements": f"http://testserver/statements/{chosen[0]}/?utm_source=x\n/claims/the-toll/#s-{chosen[1]}, "}
    )

    assert answer["Location"] == f"/chronology/?statements={quote(','.join(chosen))}"
    on_page = set(re.findall(r'id="s-(\w+)"', client.get(answer["Location"]).content.decode()))
    in_api = {row["id"] for row in client.get(f"/api/v1/statements/?{query}").json()["results"]}
    in_file = {json.loads(line)["id"] for line in b"".join(client.get(f"/chronology/data.ndjson?{query}").streaming_content).splitlines()}
    assert on_page == in_api == in_file == set(chosen)
    one = client.get(f"/api/v1/statements/?{query}&said_from=2999").json()["results"]
    assert one == []


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ("", "Paste at least one address"),
        ("/statements/none/", "No public statement has this id: none."),
        ("/claims/the-toll/", "No public statement has this id: /claims/the-toll/."),
        (" ".join(f"x{number}" for number in range(251)), "At most 250 statements"),
    ],
)
def test_what_can_not_be_chosen_is_told_and_stays_in_its_field(client, pasted, told):
    html = client.post("/dossier/", {"statements": pasted}).content.decode()
    assert told in html
    assert pasted in html
