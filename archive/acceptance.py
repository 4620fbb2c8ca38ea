"""What a reviewer sees and accepts, as one hash: a statement goes public only as it was accepted."""

import hashlib
import json
from collections.abc import Iterable

from archive.models import Attribution, Statement


def judged_as(statement: Statement, named: Iterable[Attribution] | None = None) -> str:
    """sha256 of whose words they are, which, of which document, how they are meant and when they were said.

    `named` are its speakers in their order, where they were read just now.
    """
    named = Attribution.objects.filter(statement=statement) if named is None else named
    judged = {
        "document": [statement.document.public_id, statement.document.sha256],
        "span": [statement.start, statement.end],
        "kind": statement.kind,
        "force": statement.force,
        "said_on": [statement.said_on, statement.undated],
        "speakers": [[one.speaker_id, one.name, one.role] for one in named],
    }
    return hashlib.sha256(json.dumps(judged, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()
