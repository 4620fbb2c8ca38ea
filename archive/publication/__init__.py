"""Stage 6: the only code that makes a thing public, changes what is, or takes it back.

`publishing`, `correcting` and `noticing` (an outlet corrects or retracts its own report) hold the acts, `naming` whose words and names
stand there, `proposing` what waits for a publisher, `guards` what they ask first, `consequences` and `sources` what follows from each of
them: the Event, the Revision (`snapshots`, of the `public_fields`), the counts (`tallies`) and the public full-text index (`search_index`).
"""

from archive.publication.correcting import correct
from archive.publication.naming import name_again, reattribute, renew_names, set_speakers
from archive.publication.noticing import Notice, answer, relate, take_back
from archive.publication.proposing import decline, is_proposed, propose, take
from archive.publication.publishing import publish, publish_all, take_link_back, withdraw
from archive.publication.sources import concerns_public, put_right, sources_told

__all__ = [
    "Notice",
    "answer",
    "concerns_public",
    "correct",
    "decline",
    "is_proposed",
    "name_again",
    "propose",
    "publish",
    "publish_all",
    "put_right",
    "reattribute",
    "relate",
    "renew_names",
    "set_speakers",
    "sources_told",
    "take",
    "take_back",
    "take_link_back",
    "withdraw",
]
