"""Stage 6: publish, correct, withdraw."""

from archive.publication.publishing import correct, publish, reattribute, renew_names, set_speakers, withdraw

__all__ = ["correct", "publish", "reattribute", "renew_names", "set_speakers", "withdraw"]
