"""The same words elsewhere, in other captures of the article and in translations: what was answered about them there holds here too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from archive.entries.asking import asked, listed
from archive.linking.waiting.words import Words, words_of
from archive.matching import letters_of
from archive.models import Passage, Statement

# For a statement: those of other captures that have its words, and how many characters later each stands in its own text.
StandIns = dict[int, list[tuple[int, int]]]
Sentences = dict[int, list[Words]]
# Asked several times for each statement that is compared, and nearly always without an answer.
TRANSLATED = """
SELECT DISTINCT translation_of_id FROM archive_statement
WHERE translation_of_id IS NOT NULL AND (id IN ({statements}) OR translation_of_id IN ({statements}))
"""
CAPTURED_AGAIN = """
SELECT DISTINCT d.article_id FROM archive_statement s JOIN archive_document d ON d.id = s.document_id
JOIN archive_document later ON later.article_id = d.article_id AND later.supersedes_id IS NOT NULL
WHERE s.id IN ({statements})
"""


class Elsewhere:
    """Read once for some statements."""

    def __init__(self, statements: set[int]) -> None:
        self._captures = stand_ins(statements)
        self._translations = translations_of(statements)
        family = {*self._translations, *(pk for others in self._translations.values() for pk in others)}
        self._sentences = _sentences_of(family) if family else {}
        captured = {other for others in self._captures.values() for other, _ in others}
        self.statements = captured | family

    def places(self, words: Words) -> list[Words]:
        """These words first, and then where else they stand."""
        captured = (words.moved(other, later) for other, later in self._captures.get(words.statement, ()))
        return [words, *captured, *self._translated(words)]

    def first(self, words: Words) -> Words:
        """What stands for these words in all languages that they were translated into."""
        return min([words, *self._translated(words)])

    def _translated(self, words: Words) -> Iterator[Words]:
        """The sentence of the same number, where the other has as many."""
        ours = self._sentences.get(words.statement, [])
        at = next((place for place, one in enumerate(ours) if one.touch(words)), None)
        for other in self._translations.get(words.statement, ()):
            theirs = self._sentences.get(other, [])
            if at is not None and len(theirs) == len(ours):
                yield theirs[at]


def _sentences_of(statements: set[int]) -> Sentences:
    found = defaultdict(list)
    for one in sorted(words_of(Passage.objects.filter(statement__in=statements).values_list("pk", flat=True)).values()):
        found[one.statement].append(one)
    return dict(found)


def translations_of(statements: set[int]) -> dict[int, list[int]]:
    """For each of them what it translates, what translates it, and what else translates the same."""
    originals = {original for (original,) in asked(TRANSLATED.format(statements=listed(statements)))}
    if not originals:
        return {}
    families = {original: {original} for original in originals}
    for statement in Statement.objects.filter(translation_of__in=originals).only("translation_of"):
        families[statement.translation_of_id or statement.pk].add(statement.pk)
    return {pk: sorted(family - {pk}) for family in families.values() for pk in family}


def stand_ins(statements: Iterable[int]) -> StandIns:
    """Held alike, too: what is denied in one capture is not what is said in the other.

    One query where none of the articles was captured twice, which is nearly always.
    """
    keys = set(statements)
    again = {article for (article,) in asked(CAPTURED_AGAIN.format(statements=listed(keys)))}
    if not again:
        return {}
    alike = defaultdict(list)
    rows = Statement.objects.filter(document__article__in=again).order_by("pk")
    for pk, start, text, force, document, article in rows.values_list("pk", "start", "text", "force", "document", "document__article"):
        alike[article, force, letters_of(text)].append((pk, start, document))
    found: StandIns = {}
    for same in alike.values():
        for pk, start, document in same:
            if others := [(other, there - start) for other, there, source in same if pk in keys and source != document]:
                found[pk] = others
    return found
