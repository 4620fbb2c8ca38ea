"""Stage 6: the only code that makes a thing public, changes what is, or takes it back.

`publishing` and `correcting` hold the acts, `guards` what they ask first, `consequences` what follows from each of them: the Event,
the Revision (`snapshots`, of the `public_fields`), the counts (`tallies`) and the public full-text index (`search_index`).
"""

from archive.publication.correcting import correct, reattribute, renew_names, set_speakers
from archive.publication.publishing import publish, withdraw

__all__ = ["correct", "publish", "reattribute", "renew_names", "set_speakers", "withdraw"]
