"""Claims by their words: found, or entered where none has them."""

from datetime import datetime

from django.utils.translation import gettext

from archive.acts import allow, held, record
from archive.enums import Verb
from archive.errors import Refused
from archive.models import Claim, User
from archive.models.claim import LONGEST_CLAIM
from archive.models.fields import folded, free_slug


def enter_claim(text: str, *, by: User, at: datetime | None = None) -> Claim:
    """The claim with these words, or the one it was merged into; entered if there is none."""
    allow(by, "add_claim")
    known = claim_in_words(text)
    return (known.merged_into or known) if known else new_claim(text, by=by, at=at)


def claim_in_words(text: str) -> Claim | None:
    return Claim.objects.select_related("merged_into").filter(text_key=folded(" ".join(text.split()))).first()


def new_claim(text: str, *, by: User, at: datetime | None = None) -> Claim:
    """A claim in words that none has yet; for stages that asked whether `by` may."""
    text = " ".join(text.split())
    if not 0 < len(text) <= LONGEST_CLAIM:
        raise Refused(
            gettext("Put the claim in neutral words of its own, at most %(longest_claim)s characters.") % {"longest_claim": LONGEST_CLAIM}
        )
    claim = Claim.objects.create(text=text, slug=free_slug(Claim, text))
    record(Verb.ENTERED, claim, by=by, at=at, text=text)
    return claim


def expect_standing(claim: Claim) -> Claim:
    """The claim, held so that nobody merges it away meanwhile."""
    claim = held(claim)
    if claim.merged_into:
        raise Refused(
            gettext("“%(claim)s” was merged into “%(merged_into)s”. Choose that one.") % {"claim": claim, "merged_into": claim.merged_into}
        )
    return claim
