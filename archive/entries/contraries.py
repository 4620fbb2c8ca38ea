"""Whether a person who takes the other side of a claim says the opposite, or tells how it came out.

“Veyra airport will open in 2020”, then “It will not open in 2020”: the opposite. “It did not open in 2020” is a denial, and no turn of
whoever promised it. What is not seen to speak of the future, of a claim about the future, is taken for the latter.
"""

import re
from collections.abc import Iterable

FUTURE = re.compile(
    r"\b(?:will|shall|won['’]?t|shan['’]?t|going to|about to|never to|plans? to|intends? to|is to|are to|to be)\b|['’]ll\b"
    r"|\b(?:буду|будем|будет|будут|будете|собира\w+|планиру\w+|наме[рн]\w+)\b"
    r"|\b(?:будемо|буде|будуть|має намір|збира\w+|плану\w+)\b"
    r"|\b(?:будзем|будзе|будуць|збіра\w+|плануе\w*)\b",
    re.IGNORECASE,
)


def speaks_of_future(text: str) -> bool:
    return FUTURE.search(text) is not None


def is_contrary(words: str, others: Iterable[str]) -> bool:
    """Whether the words speak of the future, or of what none of the others, the earlier ones and the claim, put into the future."""
    return speaks_of_future(words) or not any(speaks_of_future(other) for other in others)
