"""Stage 4: people judge drafts. The only code that leaves DRAFT.

`judging` holds the acts, `editing` what follows from a change of what is not public, `changing` puts it right or enters it (`values`: what
may be put right), `cutting` splits and joins, `taking_back` undoes one's own acts (`undoings`: how each, `standing`: what was done since),
`occasions` enters an occasion as it was read, `translations` marks one as a translation of another, `came_back` tells which
drafts were sent back.
"""

from archive.review.came_back import returned_to, to_accept_again
from archive.review.changing import accept_changed, change, change_all, enter
from archive.review.cutting import join, split
from archive.review.editing import before_editing, before_entering, confirm_changes, editing, move_to, return_changed
from archive.review.judging import accept, accept_all, reject, reopen, return_to_draft
from archive.review.occasions import expect_occasion_free, name_occasion, occasion_called, of_the_same_occasion, would_name
from archive.review.taking_back import last_acts, take_back
from archive.review.translations import mark_translation

__all__ = [
    "accept", "accept_all", "accept_changed", "before_editing", "before_entering", "change", "change_all", "confirm_changes", "editing",
    "enter", "expect_occasion_free", "join", "last_acts", "mark_translation", "move_to", "name_occasion", "occasion_called",
    "of_the_same_occasion", "reject", "reopen", "return_changed", "return_to_draft", "returned_to", "split", "take_back",
    "to_accept_again", "would_name",
]  # fmt: skip
