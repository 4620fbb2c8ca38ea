"""How pages name the ways in which a statement bears on a claim."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.entries.ways import DENIED, RELAYED
from archive.enums import CountedAs, Likeness, Stance

# What stood right before an entry of a trail: “31 days after a denial”. A saying needs no words, and a variant names in what it differs.
NAMES: dict[str, str | Promise] = {
    DENIED: _("a denial"),
    RELAYED: _("a report of another’s words"),
    Likeness.NARROWER: _("words that say less"),
    Likeness.WIDER: _("words that say more"),
}
# As what an entry counts, behind its day.
COUNTED: dict[CountedAs, str | Promise] = {
    CountedAs.SAYINGS: _("said"),
    CountedAs.VARIANTS: _("said otherwise"),
    CountedAs.NARROWER: _("said less"),
    CountedAs.WIDER: _("said more"),
    CountedAs.DENIALS: _("denied"),
    CountedAs.RELAYS: _("another’s words reported"),
}
BEARING: dict[tuple[str, str], str | Promise] = {
    (Stance.ASSERTS, Likeness.VERBATIM): _("says this in the same words"),
    (Stance.ASSERTS, Likeness.PARAPHRASE): _("says this in other words"),
    (Stance.ASSERTS, Likeness.VARIANT): _("says this with another figure, date, place or name"),
    (Stance.ASSERTS, Likeness.NARROWER): _("says less than this, or of fewer"),
    (Stance.ASSERTS, Likeness.WIDER): _("says more than this, or of more"),
    (Stance.DENIES, Likeness.VERBATIM): _("denies this in the same words"),
    (Stance.DENIES, Likeness.PARAPHRASE): _("denies this in other words"),
}


def bearing_words(stance: str, likeness: str) -> str:
    """What a statement does with the claim beside it: “says this in other words”."""
    if stance == Stance.RELAYS:
        return str(_("reports that another said this"))
    return str(BEARING.get((stance, likeness), _("denies this in part")))
