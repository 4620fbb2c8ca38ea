"""The demo's statements go public some days after they were read. A few stay accepted, for the desk to publish."""

from datetime import timedelta

from archive.demo.taking_in import Taken
from archive.demo.users import Desk
from archive.publication import publish_all


def publish_accepted(taken: Taken, desk: Desk) -> None:
    recorded = taken.decision.captured + timedelta(days=3)
    public = [
        (statement, recorded + timedelta(minutes=number))
        for number, (decision, statement) in enumerate(taken.statements)
        if decision.state == "public"
    ]
    if public:
        statements, moments = zip(*public, strict=True)
        publish_all(statements, by=desk.publisher, moments=moments)
