"""Where words that are about to be taken back are public besides: a publisher is told before, for there they stay."""

from collections.abc import Iterator
from itertools import islice

from django.db.models import Q
from django.utils.translation import gettext

from archive.entries.withdrawn import kin_of
from archive.enums import RevisionClass, TextPolicy
from archive.errors import Doubt, Refused
from archive.models import Document, Statement
from archive.publication.redacting.words import FEWEST, WORD, Repeats

LOT, MOST_TOLD = 200, 10


def repeated_elsewhere(statement: Statement, revision_class: RevisionClass | str = "") -> list[Doubt]:
    """A doubt for each public document that prints these words and is shown in full. In other captures and copies of the same text they are
    hidden with the statement; what others say in the same words is theirs, but of what the law has taken out each public statement that
    says it is asked about too, and few words as well."""
    wanted, is_legal = Repeats([statement.text]), revision_class == RevisionClass.LEGAL_REMOVAL
    if wanted.longest < (1 if is_legal else FEWEST):
        return []
    documents = list(islice((one for one in _documents(statement) if wanted.most(one.text) >= wanted.whole), MOST_TOLD))
    found = [_doubt(one) for one in documents]
    if is_legal:
        said = (one for one in _statements(statement, documents) if wanted.most(one.text) >= wanted.whole)
        found += [_doubt_of_statement(one) for one in islice(said, MOST_TOLD)]
    return found


def _documents(statement: Statement) -> Iterator[Document]:
    """That may print it."""
    rows = Document.objects.public().filter(_holding(statement.text), article__outlet__text_policy=TextPolicy.FULL)
    kin = kin_of([statement.document_id])
    return rows.exclude(pk__in=kin).select_related("article__outlet").defer("raw").order_by("pk").iterator(LOT)


def _statements(statement: Statement, told: list[Document]) -> Iterator[Statement]:
    """Others that may say it, but for those of documents that are told of."""
    rows = Statement.objects.public().filter(_holding(statement.text)).exclude(pk=statement.pk).exclude(document__in=told)
    return rows.select_related("document__article__outlet").defer("document__raw", "document__text").order_by("pk").iterator(LOT)


def _holding(text: str) -> Q:
    """The longest word is looked for by the database, in the ways in which it may begin, so that few texts are read."""
    word = max((one[0] for one in WORD.finditer(text)), key=len)
    holding = Q()
    for one in sorted({word, word.upper(), word.lower(), word.capitalize()}):
        holding |= Q(text__contains=one)
    return holding


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


def _doubt_of_statement(statement: Statement) -> Doubt:
    named = {"id": statement.public_id, "outlet": statement.document.outlet}
    return Doubt(
        "words-said-elsewhere",
        gettext(
            "Statement %(id)s (%(outlet)s) says these words too and stays public. Where the law asks for it, withdraw it as well or have "
            "the words taken out of it (redact)."
        )
        % named,
        statement,
    )


def expect_reason_without_the_words(statement: Statement, revision_class: RevisionClass, reason: str) -> None:
    """What the law has taken out must not go on standing in a public reason, which the log keeps for ever."""
    if revision_class == RevisionClass.LEGAL_REMOVAL and Repeats([statement.text]).most(reason):
        raise Refused(gettext("The public reason repeats the words. Say why in others."))
