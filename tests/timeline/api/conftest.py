"""A small public record with everything in it that must not be seen, made once for each file of tests."""

from collections.abc import Callable
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse

from tests import factories as make

RECORDED = datetime(2024, 7, 2, 9, 30, tzinfo=UTC)
SECRETS = {"draft": "umbrella", "rejected": "violin", "accepted": "walnut", "withdrawn": "xylophone"}
TEXT = (
    "“The gate is open,” the minister said. "
    "“The umbrella is lost,” he said. “The violin is lost,” he said. “The walnut is lost,” he said. “The xylophone is lost.” "
    "“No gate was ever closed,” a source in the ministry said. Lavrov is the Russian Foreign Minister."
)


def make_record() -> SimpleNamespace:
    outlet = make.make_outlet("BelTA", kind="agency", homepage="https://belta.example/")
    article = make.make_article(outlet, url="https://belta.example/gate")
    document = make.make_document(
        TEXT,
        article=article,
        title="Gate",
        author="A. Writer",
        published="2023-05-17T15:44:00+03:00",
        zone="Europe/Minsk",
        zone_source="stated",
    )
    minister = make.make_speaker("Sergey Lavrov", description="minister")
    occasion = make.make_occasion("Talks", place="Moscow", held_on="2023-05-17", kind="meeting")
    claim = make.make_claim("The gate is open.", slug="gate-open")
    said = make.make_public_statement(
        document, "The gate is open", said_on="2023-05-17", said_words="on Wednesday", said_rule="event phrase", locator="p. 2",
        speakers=[(minister, "Lavrov", "Russian Foreign Minister")], occasion=occasion, claims=[claim], at=RECORDED,
    )  # fmt: skip
    denial = make.make_accepted_statement(
        document, "No gate was ever closed", kind="indirect", said_on="", speakers=["a source in the ministry"]
    )
    make.make_occurrence(denial, claim, "gate was ever", stance="denies")
    denied = make.publication.publish(denial, by=make.the_chief(), at=RECORDED)
    hidden = {
        "draft": make.make_statement(document, "The umbrella is lost", speakers=[make.make_speaker("Umbrella Man")]),
        "rejected": make.make_rejected_statement(document, "The violin is lost", speakers=[make.make_speaker("Violin Man")]),
        "accepted": make.make_accepted_statement(document, "The walnut is lost", speakers=[make.make_speaker("Walnut Man")]),
        "withdrawn": make.make_withdrawn_statement(
            document,
            "The xylophone is lost",
            speakers=[make.make_speaker("Xylophone Man")],
            claims=[make.make_claim("The xylophone is lost.")],
        ),
    }
    draft_document = make.make_document("Umbrella weather, said nobody.", title="Umbrella weather")
    make.make_statement(draft_document, "Umbrella weather", occasion=make.make_occasion("Umbrella congress"))
    make.make_occurrence(hidden["accepted"], make.make_claim("The walnut is lost."))
    return SimpleNamespace(
        outlet=outlet, document=document, minister=minister, occasion=occasion, claim=claim, said=said, denied=denied, hidden=hidden,
        draft_document=draft_document,
    )  # fmt: skip


@pytest.fixture(scope="module")
def _record(made_once) -> SimpleNamespace:
    """Each test stands in a savepoint of its own upon it."""
    return make_record()


@pytest.fixture
def record(_record: SimpleNamespace, db) -> SimpleNamespace:
    return _record


@pytest.fixture
def get(client, db) -> Callable[..., HttpResponse]:
    """GET an address below /api/v1/ and expect the status."""

    def ask(path: str, status: int = 200, **headers: Any) -> HttpResponse:
        response = client.get(f"/api/v1/{path}", headers=headers)
        assert response.status_code == status, response.content[:1000]
        return response

    return ask
