"""What to do at a desk on which nothing waits."""

from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from archive.models import User


class Beginning(NamedTuple):
    """What somebody who holds the permission may begin with."""

    permission: str
    label: Any
    why: Any
    address: str

    @property
    def href(self) -> str:
        return reverse(self.address)


BEGINNINGS = (
    Beginning(
        "add_document", _("Add a source"), _("Paste a text, give a file or an address. What was said in it is drafted at once."),
        "desk:add",
    ),
    Beginning(
        "accept_statement", _("Look through all statements"), _("Nothing waits to be accepted. An editor adds sources."),
        "desk:statements",
    ),
    Beginning(
        "publish_statement", _("See what is public"), _("Nothing waits to be published. Reviewers accept what is to be."), "chronology",
    ),
)  # fmt: skip
ONLY_READING = Beginning(
    "", _("Read the record"), _("You may look at everything here. Whoever gives roles can give you one to work with."), "home"
)


def beginnings_for(person: User) -> list[Beginning]:
    return [one for one in BEGINNINGS if person.has_perm(f"archive.{one.permission}")] or [ONLY_READING]
