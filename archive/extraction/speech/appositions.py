"""What may explain a name between commas, and who is explained so: "Anna Smith, the mayor, and Tom Hill, her deputy, said"."""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence

from archive.extraction.languages.callings import is_calling
from archive.extraction.people.mentions import Mention
from archive.extraction.text.tokens import Token

LONGEST = 16  # tokens of an apposition
CALLING_WITHIN = 6  # tokens from its beginning within which it says what somebody is


def is_age_or_post(token: Token) -> bool:
    """What explains a name by itself: "45", "MP", "mayor"."""
    return token.text.isdigit() or (token.text.isupper() and len(token.text) > 1) or is_calling(token.lower)


def opens_with_calling(inserted: Sequence[Token], openers: Container[str]) -> bool:
    """The phrase says near its beginning what somebody is, and begins with no name: "the head of the clinic"."""
    head = inserted[0]
    opens = not head.is_capital or head.lower in openers or is_calling(head.lower)
    return opens and any(is_calling(t.lower) for t in inserted[:CALLING_WITHIN])


def explained_before(
    tokens: Sequence[Token], mentions: Sequence[Mention], comma: int, explains: Callable[[Sequence[Token]], bool], before: Container[str]
) -> Mention | None:
    """Who is explained by the apposition that ends at a comma: "Anna Smith, the mayor|, and Tom Hill".

    Before the name stands a mark or a word of `before`, so that the name is not the object of a verb."""
    for opening in range(comma - 1, max(0, comma - LONGEST), -1):
        if tokens[opening].kind == "w":
            continue
        if tokens[opening].text != "," or not explains(tokens[opening + 1 : comma]):
            return None
        return next((m for m in mentions if m.last == opening - 1 and _opens(tokens, m, before)), None)
    return None


def _opens(tokens: Sequence[Token], mention: Mention, before: Container[str]) -> bool:
    token = tokens[mention.first - 1] if mention.first else None
    return token is None or token.kind != "w" or token.lower in before
