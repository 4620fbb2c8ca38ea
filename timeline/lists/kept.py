"""What stands on many pages and changes only with the archive: made once a process for each revision, and kept.

    rows = kept.at(revision, facets.most, TallyScope.SPEAKER)

Only for what all readers see alike, and for values of some kilobytes: the latest few hundred are kept.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from django.utils.translation import get_language

MOST_KEPT = 500

Made = TypeVar("Made")


def at(revision: str, make: Callable[..., Made], *asked: Any) -> Made:
    """What `make` answers in the language of the page. The revision was read before, so that nothing older is kept under its number."""
    return _made(revision, get_language(), make, asked)


@lru_cache(maxsize=MOST_KEPT)
def _made(_revision: str, _language: str | None, make: Callable[..., Any], asked: tuple[Any, ...]) -> Any:
    return make(*asked)


forget = _made.cache_clear
