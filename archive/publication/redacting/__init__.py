"""What the law makes us take out leaves by this door alone: `redact`.

`planning` tells what goes and where else the words stand (`sweeping`, by the `words` themselves), `opening` lets the act change what
triggers hold, `taking_out` changes the rows, `traces` sees to what a database and caches keep of words that are gone.
"""

from archive.publication.redacting.door import Unanswered, redact
from archive.publication.redacting.planning import Find, Plan, Target, planned, target_of

__all__ = ["Find", "Plan", "Target", "Unanswered", "planned", "redact", "target_of"]
