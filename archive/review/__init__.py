"""Stage 4: people judge drafts. The only code that leaves DRAFT.

`judging` holds the acts, `editing` what follows from a change of what is not public, `changing` puts it right or enters it, `values` says
what may be put right, `occasions` enters an occasion as it was read, `translations` marks one as a translation of another, `returns` tells
which drafts came back.
"""

from archive.review.changing import change, change_all, enter
from archive.review.editing import before_editing, before_entering, confirm_changes, editing, move_to, return_changed
from archive.review.judging import accept, accept_all, reject, reopen, return_to_draft
from archive.review.occasions import expect_occasion_free, name_occasion, of_the_same_occasion, would_name
from archive.review.returns import changed_after_acceptance, returned_to
from archive.review.translations import mark_translation

__all__ = [
    "accept", "accept_all", "before_editing", "before_entering", "change", "change_all", "changed_after_acceptance", "confirm_changes",
    "editing", "enter", "expect_occasion_free", "mark_translation", "move_to", "name_occasion", "of_the_same_occasion", "reject", "reopen",
    "return_changed", "return_to_draft", "returned_to", "would_name",
]  # fmt: skip
