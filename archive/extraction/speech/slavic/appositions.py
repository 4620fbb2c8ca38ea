"""What explains a name between commas in Russian, Belarusian and Ukrainian, and who is explained: "Анна Лось, мэр города, и Иван Ли"."""

from __future__ import annotations

from collections.abc import Sequence

from archive.extraction.languages.slavic import particles
from archive.extraction.languages.slavic import words as slavic
from archive.extraction.people.mentions import Mention
from archive.extraction.speech import appositions
from archive.extraction.text.rules import Rules
from archive.extraction.text.tokens import Token


def explained_before(tokens: Sequence[Token], mentions: Sequence[Mention], comma: int) -> Mention | None:
    """Who is explained by the apposition that ends at a comma: "Анна Лось, мэр города|, и Иван Ли"."""
    return appositions.explained_before(tokens, mentions, comma, explains, particles.AND)


def explains(inserted: Sequence[Token]) -> bool:
    """ "мэр города", "его заместитель": says what somebody is, and is no clause of its own."""
    return bool(inserted) and all(t.kind == "w" for t in inserted) and EXPLAINS(inserted)


EXPLAINS = Rules[[Sequence[Token]], bool]("does an inserted Slavic phrase explain the name before it", otherwise=False)


@EXPLAINS.rule("one word", "Анна Вольская, депутат, и Иван Лось заявили, что мост откроют в мае.")
def _alone(inserted: Sequence[Token]) -> bool | None:
    return appositions.is_age_or_post(inserted[0]) if len(inserted) == 1 else None


@EXPLAINS.when("verb of speech", False, "Анна Вольская, заявил министр, и Иван Лось сказали, что мост откроют в мае.")
def _verb(inserted: Sequence[Token]) -> bool:
    return any(t.lower in slavic.SAYING for t in inserted)


@EXPLAINS.when("what somebody is", True, "Анна Вольская, мэр города, и Иван Лось заявили, что мост откроют в мае.")
def _calling(inserted: Sequence[Token]) -> bool:
    return appositions.opens_with_calling(inserted, slavic.POSSESSIVES)
