"""schemathesis reads openapi.json and asks what fits it and what does not: no failure of ours, and every answer is one that the document
names. With --full a few of each kind; `tests.campaigns.api_by_schema` asks twenty thousand."""

import logging
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from types import SimpleNamespace

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, seed, settings
from hypothesis.errors import Unsatisfiable

pytestmark = [pytest.mark.django_db, pytest.mark.full]
EACH = max(1, int(os.environ.get("SCHEMA_REQUESTS", "300")) // 80)  # of twenty addresses, what fits and what not, of rows and of none


@pytest.fixture
def asked_in_process() -> Iterator[None]:
    """By one thread, whose connection stands in the transaction of the test; what is refused is not told in the log."""
    logging.disable(logging.ERROR)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    logging.disable(logging.NOTSET)


def rows_of(record: SimpleNamespace) -> dict[str, dict[str, str]]:
    """What stands in the path of an address that is about a row."""
    named = {"claims": record.claim, "speakers": record.minister, "outlets": record.outlet}
    others = {"statements": record.said, "documents": record.document, "occasions": record.occasion}
    return (
        {name: {"slug": row.slug} for name, row in named.items()}
        | {name: {"public_id": row.public_id} for name, row in others.items()}
        | {"log": {"index": "0"}}
    )


def test_api_answers_as_its_document_says(record, asked_in_process):
    import schemathesis  # noqa: PLC0415 - takes a second, and no other test needs it
    from schemathesis.generation import GenerationMode  # noqa: PLC0415 - the same

    document = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    operations = [one.ok() for one in document.get_all_operations()]
    rows, told = rows_of(record), Counter[int]()
    for operation in operations:
        row = rows.get(operation.path.split("/")[3]) if "{" in operation.path else None
        for mode in GenerationMode:
            for strategy in {operation.as_strategy(mode), operation.as_strategy(mode, path_parameters=row)}:
                told += asked(strategy)
    print(dict(told))

    assert len(operations) == 20
    assert told[200] > told.total() / 20


def asked(strategy) -> Counter[int]:
    """Fails where one answer is none that the document names, or is not of the shape that it says."""
    from schemathesis import checks  # noqa: PLC0415 - as above
    from schemathesis.specs.openapi import checks as of_openapi  # noqa: PLC0415 - as above

    wanted = [
        checks.not_a_server_error,
        of_openapi.status_code_conformance,
        of_openapi.content_type_conformance,
        of_openapi.response_headers_conformance,
        of_openapi.response_schema_conformance,
    ]
    told = Counter[int]()

    @seed(16)
    @settings(max_examples=EACH, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=strategy)
    def ask(case) -> None:
        response = case.call(headers={"Accept-Encoding": "identity"})
        told[response.status_code] += 1
        case.validate_response(response, checks=wanted)

    with suppress(Unsatisfiable):  # nothing can be wrong in a question that asks for nothing
        ask()
    return told
