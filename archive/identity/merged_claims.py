"""Two claims that turn out to be one: the links of one move to the other, and its address leads there.

What was judged against one of them was judged against the one that stays. Taking it back is a split in the old words: see `split_claims`.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext

from archive.acts import Signature, allow, expect_reason, record, save
from archive.enums import Verb
from archive.errors import Refused
from archive.identity.moves import expect_seen, held_claims, move_links, moves_of
from archive.identity.redirects import lead_on
from archive.identity.undone_merges import lead_away
from archive.linking.closed_suggestions import settle_about
from archive.models import Claim, User


@transaction.atomic
def merge_claims(keep: Claim, gone: Claim, *, by: User, reason: str, seen: str = "", at: datetime | None = None) -> Claim:
    """`gone` becomes `keep`: its links move, its address leads on. With `seen`, refuses when something else would move by now."""
    allow(by, "merge_claim")
    signed = Signature(by, at or timezone.now(), expect_reason(reason))
    if keep.pk == gone.pk:
        raise Refused(gettext("These are the same claim already."))
    (keep, gone), links = held_claims([keep, gone], gone)
    if keep.merged_into_id or gone.merged_into_id:
        raise Refused(gettext("One of them was merged before. Choose the claim that it was merged into."))
    moves = moves_of(links, keep)
    expect_seen(moves, seen)
    twins = move_links(moves, keep, signed)
    kept = lead_away(keep, gone) | {"twins": twins}
    gone.merged_into = keep
    save(gone)
    save(keep)
    settle_about(keep, gone)
    lead_on(keep, gone, signed.reason, signed.at)
    moved = {"occurrences": [link.pk for link in moves.links if link not in moves.doubled], "ended": [link.pk for link in moves.doubled]}
    record(Verb.MERGED, gone, by=by, at=signed.at, reason=signed.reason, into=keep.slug, **moved, kept=kept)
    return keep
