"""The demo's statements go public some days after they were read. A few stay accepted, for the desk to publish."""

from datetime import timedelta

from archive.demo.taking_in import Taken
from archive.demo.users import Desk
from archive.publication import publish


def publish_accepted(taken: Taken, desk: Desk) -> None:
    recorded = taken.decision.captured + timedelta(days=3)
    for number, (decision, statement) in enumerate(taken.statements):
        if decision.state == "public":
            publish(statement, by=desk.publisher, at=recorded + timedelta(minutes=number))
