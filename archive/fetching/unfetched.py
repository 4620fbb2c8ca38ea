"""The kinds of what stands against fetching an address; where one is raised, its message is a sentence for the editor."""

from __future__ import annotations


class Unfetched(Exception):  # noqa: N818 - says what happened, as the editor reads it
    """The page was not fetched."""


class Inward(Unfetched):
    """The address leads, or may lead, into this machine or its network."""


class Disallowed(Unfetched):
    """The site asks programs to stay away from this page."""


class Missing(Unfetched):
    """The site says that there is no such page (404 or 410)."""


class Busy(Unfetched):
    """Not now: the site, the name server or the network gave no proper answer. Another time may go better."""
