"""`judged_as` as migration 0035 gives it to the statements that were accepted: archive/acceptance.py of that day, of plain values."""

import hashlib
import json

# What of an Event's detail says that something was changed that a reviewer judges. The form calls its list of speakers “attributions”.
JUDGED = {"text", "start", "end", "document", "kind", "force", "said_on", "undated", "speakers", "speaker", "attributions"}


def judged_as(document, span, kind, force, said_on, speakers):
    judged = {
        "document": list(document), "span": list(span), "kind": kind, "force": force, "said_on": list(said_on),
        "speakers": [list(one) for one in speakers],
    }  # fmt: skip
    return hashlib.sha256(json.dumps(judged, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()


def touches(detail):
    """Whether an edit changed what the reviewer had judged."""
    return bool(JUDGED.intersection([*detail, *detail.get("fields", [])]))
