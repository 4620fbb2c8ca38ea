"""What makes two similar texts different claims: another number, a negation, an opposite, exchanged roles, another word in the same frame.

Similarity sees none of this. A guard relabels a pair and says why; it never hides one. Each is asked only of texts that are
otherwise much alike, for in two loosely related texts a difference proves nothing.
"""

from __future__ import annotations

from archive.matching.features import Features
from archive.matching.guards.difference import Difference
from archive.matching.guards.names import differing_frame, differing_names
from archive.matching.guards.numbers import differing_numbers
from archive.matching.guards.polarity import differing_polarity, exchanged_roles
from archive.matching.guards.scope import differing_scope
from archive.matching.prepared import Prepared


def differences(query: Prepared, other: Prepared, features: Features) -> tuple[Difference, ...]:
    """Everything that makes it another claim; if there is nothing, what makes it a smaller one or one of something else."""
    turned = (differing_numbers, differing_polarity, exchanged_roles)
    found = [difference for guard in turned for difference in guard(query, other, features)]
    if found:
        return tuple(found)
    named = [*differing_frame(query, other), *differing_names(query, other, features)][:1]
    return (*named, *differing_scope(query, other, features))
