"""Brings a page from the public web, by rules that lead nowhere inward and ask a site no more than it allows. No Django, no settings.

`Visitor(agent).visit(url)` is the one door to the network: robots.txt, the checked address, redirects, size and time are all behind it.
"""

from archive.fetching.pace import Pace
from archive.fetching.spellings import canonical, same_site
from archive.fetching.unfetched import Busy, Disallowed, Inward, Missing, Unfetched
from archive.fetching.visiting import Page, Visitor

__all__ = ["Busy", "Disallowed", "Inward", "Missing", "Pace", "Page", "Unfetched", "Visitor", "canonical", "same_site"]
