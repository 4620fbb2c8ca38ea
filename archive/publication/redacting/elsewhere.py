"""Where words that are about to be taken back are public besides: a publisher is told before, for there they stay."""

from collections.abc import Iterator

from django.db.models import Q
from django.utils.translation import gettext

from archive.entries.withdrawn import kin_of
from archive.enums import RevisionClass, TextPolicy
from archive.errors import Doubt, Refused
from archive.models import Document, Statement
from archive.publication.redacting.words import FEWEST, WORD, Repeats

LOT, MOST_TOLD = 200, 10


def repeated_elsewhere(statement: Statement) -> list[Doubt]:
    """A doubt for each public document that prints these words and is shown in full. In other captures and copies of the same text they are
    hidden with the statement; what others say in the same words is theirs."""
    wanted = Repeats([statement.text])
    if wanted.longest < FEWEST:
        return []
    found = []
    for document in _that_may(statement, wanted):
        if wanted.most(document.text) >= wanted.whole:
            found.append(_doubt(document))
        if len(found) == MOST_TOLD:
            break
    return found


def _that_may(statement: Statement, wanted: Repeats) -> Iterator[Document]:
    """The longest word is looked for by the database, in the ways in which it may begin, so that few texts are read."""
    word = max((one[0] for one in WORD.finditer(statement.text)), key=len)
    holding = Q()
    for one in sorted({word, word.upper(), word.lower(), word.capitalize()}):
        holding |= Q(text__contains=one)
    rows = Document.objects.public().filter(holding, article__outlet__text_policy=TextPolicy.FULL)
    kin = kin_of([statement.document_id])
    return rows.exclude(pk__in=kin).select_related("article__outlet").defer("raw").order_by("pk").iterator(LOT)


def _doubt(document: Document) -> Doubt:
    named = {"document": document, "outlet": document.outlet, "id": document.public_id}
    return Doubt(
        "words-elsewhere",
        gettext(
            "“%(document)s” (%(outlet)s, %(id)s) prints these words too, and the public goes on reading them there. Withdraw what was "
            "taken from it as well, let the public see excerpts of that outlet alone, or, where the law asks for it, have them taken out "
            "(redact)."
        )
        % named,
        document,
    )


def expect_reason_without_the_words(statement: Statement, revision_class: RevisionClass, reason: str) -> None:
    """What the law has taken out must not go on standing in a public reason, which the log keeps for ever."""
    if revision_class == RevisionClass.LEGAL_REMOVAL and Repeats([statement.text]).most(reason):
        raise Refused(gettext("The public reason repeats the words. Say why in others."))
