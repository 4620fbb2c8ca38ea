"""What explains a name between commas, and whom "and" joins beyond it: "Anna Smith, the mayor, and Tom Hill, her deputy, said"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.callings import is_calling
from archive.extraction.languages.english import capitals
from archive.extraction.languages.english import words as en
from archive.extraction.languages.names import AND
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.people.mentions import Mention
from archive.extraction.text.tokens import Token

LONGEST = 16
HEAD = 6  # how far from its beginning an apposition names the calling
RELATIVE = frozenset("who whose".split())
VERBS = en.FINITE | en.SAYING | en.TELLING | slavic.SAYING


def explains(inserted: Sequence[Token]) -> bool:
    """ "the head of the clinic", "45", "MP", "who runs the clinic": says what somebody is, and is no clause of its own."""
    if not inserted or any(t.kind != "w" for t in inserted):
        return False
    head = inserted[0]
    if head.lower in RELATIVE:
        return True
    if len(inserted) == 1:
        return head.text.isdigit() or (head.text.isupper() and len(head.text) > 1) or is_calling(head.lower)
    if any(t.lower in VERBS for t in inserted):
        return False
    opens = head.lower in en.DETERMINERS or is_calling(head.lower) or head.lower in capitals.MODIFIERS | slavic.POSSESSIVES.keys()
    return (opens or not head.is_capital) and any(is_calling(t.lower) for t in inserted[:HEAD])


def explained_before(tokens: Sequence[Token], mentions: Sequence[Mention], comma: int) -> Mention | None:
    """Who is explained by the apposition that ends at a comma: "Anna Smith, the mayor|, and Tom Hill"."""
    for opening in range(comma - 1, max(0, comma - LONGEST), -1):
        if tokens[opening].kind == "w":
            continue
        if tokens[opening].text != "," or not explains(tokens[opening + 1 : comma]):
            return None
        return next((m for m in mentions if m.last == opening - 1 and _opens(tokens, m)), None)
    return None


def _opens(tokens: Sequence[Token], mention: Mention) -> bool:
    """No verb stands before the name of which it could be the object."""
    before = tokens[mention.first - 1] if mention.first else None
    return (
        before is None
        or before.kind != "w"
        or before.lower in AND
        or before.lower in en.CONNECTORS | {"that", "when", "while", "after", "the"}
    )
