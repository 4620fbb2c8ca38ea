"""The ways in which a statement bears on a claim, one word each."""

from functools import cache

from archive.enums import Likeness, Stance

SAID, DENIED, RELAYED = "said", "denied", "relayed"
WAYS = (SAID, *(str(one) for one in Likeness if one not in Likeness.sayings()), DENIED, RELAYED)


@cache
def way_of(stance: str, likeness: str) -> str:
    """said, variant, narrower, wider, denied or relayed."""
    if stance != Stance.ASSERTS:
        return DENIED if stance == Stance.DENIES else RELAYED
    return SAID if likeness in Likeness.sayings() else likeness
