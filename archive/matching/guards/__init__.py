"""What makes two similar texts different claims: another number, a negation, an opposite, exchanged roles, another word in the same frame,
a small word that sets a condition, a duty or a bound (`small_words`, by `signs`), what is promised or done.

Similarity sees none of this. A guard relabels a pair and says why; it never hides one. Each is asked only of texts that are
otherwise much alike, for in two loosely related texts a difference proves nothing.
"""

from __future__ import annotations

from archive.matching.features import Features
from archive.matching.guards.difference import NARROWER, Difference
from archive.matching.guards.names import differing_frame, differing_names
from archive.matching.guards.numbers import differing_numbers
from archive.matching.guards.polarity import differing_polarity, exchanged_roles
from archive.matching.guards.scope import differing_scope
from archive.matching.guards.small_words import differing_small_words
from archive.matching.guards.tense import differing_tense
from archive.matching.prepared import Prepared


def differences(query: Prepared, other: Prepared, features: Features) -> tuple[Difference, ...]:
    """Everything that makes it another claim; if there is nothing, what makes it a smaller one or another one. Strongest first."""
    turned = (differing_numbers, differing_polarity, exchanged_roles)
    found = [difference for guard in turned for difference in guard(query, other, features)]
    if found:
        return tuple(found)
    named = [*differing_frame(query, other), *differing_names(query, other, features)][:1]
    smaller = (differing_small_words, differing_tense, differing_scope)
    found = [*named, *(difference for guard in smaller for difference in guard(query, other, features))]
    return tuple(sorted(found, key=lambda difference: difference.label == NARROWER))
