"""Each kind of change behind the program's back is named; an honest history is not accused."""

import inspect

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat

from archive import publication
from archive.models import (
    Attribution,
    Claim,
    ClaimTally,
    CountedThing,
    Document,
    DocumentEntry,
    Entry,
    Listing,
    NameWord,
    Occurrence,
    RetractedReport,
    Revision,
    SearchEntry,
    SharedTally,
    SideTaken,
    Spelling,
    Statement,
    Tally,
    TrailEntry,
)
from archive.verification import CHECKS, faults
from tests import factories as make
from tests.archive.log.tampering import triggers_off

pytestmark = pytest.mark.django_db
CLAIM = "The bridge opens."


@pytest.fixture(scope="module")
def kept(made_once):
    """A statement of two speakers with a claim, corrected; beside it one that was withdrawn."""
    names = [make.make_speaker("Ada Quill"), make.make_speaker("Bo Reed")]
    statement = make.make_public_statement(claims=[CLAIM], speakers=names, said_on="2020-05-01", occasion=make.make_occasion())
    publication.correct(statement, by=make.the_chief(), changes={"locator": "p. 3"}, revision_class="correction", reason="It was missing.")
    make.make_withdrawn_statement(said_on="2019")
    return Statement.objects.get(pk=statement.pk)


def told():
    return [str(one) for one in faults()]


@pytest.mark.usefixtures("kept")
def test_honest_history_has_no_fault(capsys):
    call_command("verify")

    assert capsys.readouterr().out == "No fault.\n"


def of(model, kept):
    """The rows of a table that are this statement's."""
    return {
        Statement: lambda: Statement.objects.filter(pk=kept.pk),
        Document: lambda: Document.objects.filter(pk=kept.document_id),
        Claim: lambda: Claim.objects.filter(text=CLAIM),
        ClaimTally: lambda: ClaimTally.objects.filter(claim__text=CLAIM),
        CountedThing: lambda: CountedThing.objects.filter(claim__text=CLAIM),
        TrailEntry: lambda: TrailEntry.objects.filter(claim__text=CLAIM),
        SideTaken: lambda: SideTaken.objects.filter(occurrence__statement=kept),
        DocumentEntry: lambda: DocumentEntry.objects.filter(document=kept.document_id),
    }.get(model, lambda: model.objects.filter(statement=kept))()


def more(column):
    return {column: Concat(F(column), Value("x"))}


def changed(model, **columns):
    return lambda kept: of(model, kept).update(**columns)


def gone(model):
    return lambda kept: of(model, kept).delete()


TAMPERED = {
    "words": (changed(Statement, **more("text")), "statement {id}: its words are not what stands at their place in the document"),
    "words beside": (changed(Statement, suffix="none"), "statement {id}: the words kept from behind it are not what stands there"),
    "place": (changed(Statement, start=F("start") + 1), "statement {id}: its words are not what stands"),
    "text": (changed(Document, **more("text")), "document {document}: its text is not the one that its fingerprint was taken of"),
    "bytes": (changed(Document, raw=b"other"), "document {document}: its bytes are not those that their fingerprint was taken of"),
    "span of a name": (changed(Attribution, start=0, end=10**6), "statement {id}: where a name of its speakers was read lies outside"),
    "span of a claim": (changed(Occurrence, end=10**6), "statement {id}, occurrence {link}: the words that carry a claim lie outside"),
    "key of a name": (
        changed(Claim, text_key="another"),
        "claim the-bridge-opens: what follows from its other columns is kept otherwise: text_key",
    ),
    "order of dates": (changed(Statement, said_sort=5), "statement {id}: what follows from its other columns is kept otherwise: said_sort"),
    "title": (changed(Document, title="Other"), "document {document}: it does not say what its version 1 says: title"),
    "words of a claim": (changed(Claim, text="It closes."), "claim the-bridge-opens: it does not say what its version 1 says: text"),
    "name of a speaker": (changed(Attribution, name="Cy"), "statement {id}: it does not say what its version 2 says: speakers"),
    "speaker gone": (gone(Attribution), "statement {id}: it does not say what its version 2 says: speakers"),
    "stance": (changed(Occurrence, stance="denies"), "statement {id}: it does not say what its version 2 says: occurrences"),
    "state": (changed(Statement, status="accepted"), "statement {id}: it does not say what its version 2 says: status"),
    "address": (changed(Statement, public_id="0000000000"), "statement 0000000000: it was published as statement {id}"),
    "version": (changed(Statement, version=7), "statement {id}: its version is not that of its revisions"),
    "moment": (changed(Statement, recorded_at="2001-01-01T00:00Z"), "statement {id}: its moment of recording is not that of its revisions"),
    "retraction": (
        lambda kept: RetractedReport.objects.create(pk=kept.document_id),
        "document {document}: whether it was retracted is kept",
    ),
    "list": (gone(Listing), "statement {id}: the lists that it stands in are not those that it belongs in"),
    "count": (lambda kept: Tally.objects.filter(scope="year").update(statements=9), "count of year 2020: the number of its statements"),
    "count of a speaker": (
        lambda kept: Tally.objects.filter(scope="speaker").update(statements=9),
        "speaker ada-quill: the number of its statements",
    ),
    "shared statements": (
        lambda kept: SharedTally.objects.update(statements=9),
        "speaker ada-quill: the number of statements that it shares with speaker bo-reed",
    ),
    "figures": (changed(ClaimTally, sayings=9), "claim the-bridge-opens: what is counted of it is not what is public of it"),
    "no figures": (gone(ClaimTally), "claim the-bridge-opens: "),
    "things": (gone(CountedThing), "claim the-bridge-opens: what is counted of it"),
    "trail": (gone(TrailEntry), "claim the-bridge-opens: what is counted of it"),
    "what lists show": (changed(Entry, shown="{}"), "statement {id}: what lists show of it is not what is public of it"),
    "what is told of a document": (gone(DocumentEntry), "document {document}: what lists show of it is not what is public of it"),
    "sides": (gone(SideTaken), "statement {id}: what lists show of it is not what is public of it"),
    "words of a name": (lambda kept: NameWord.objects.filter(word="quill").delete(), "speaker ada-quill: the words that it is found by"),
    "spelling": (
        lambda kept: Spelling.objects.filter(key="^qui").delete(),
        "word quill: the keys that it is found by in names are not its own",
    ),
    "no search": (gone(SearchEntry), "statement {id}: the search does not find it by its words"),
    "search": (changed(SearchEntry, **more("stems")), "statement {id}: the search does not find it by its words"),
    "version left out": (
        lambda kept: Revision.objects.of(kept).filter(version=1).delete(),
        "statement {id}: 1 revisions of it are kept, and the last one is version 2",
    ),
    "nobody did it": (
        lambda kept: Revision.objects.of(kept).update(at="2001-01-01T00:00Z"),
        "statement {id}, version 1: no event tells who made it then",
    ),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_tampering_is_named(kept, name):
    act, expected = TAMPERED[name]
    named = {"id": kept.public_id, "document": kept.document.public_id, "link": kept.occurrences.get().pk}
    with triggers_off():
        act(kept)

    found = told()

    assert any(expected.format(**named) in one for one in found), found


def test_row_that_names_one_that_is_gone_is_told(kept):
    with transaction.atomic():
        with triggers_off(), connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA defer_foreign_keys = ON")
            cursor.execute("DELETE FROM archive_article WHERE id = %s", [kept.document.article_id])
        found = told()
        transaction.set_rollback(True)

    assert f"document {kept.document.public_id}: the article that it names is gone: article number {kept.document.article_id}" in found


@pytest.mark.sqlite
def test_words_in_the_index_alone_are_told(kept):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE archive_search SET stems = 'other' WHERE stems LIKE '%%spring%%'")

    assert f"statement {kept.public_id}: the index of the search holds other words than its entry" in told()


def test_command_ends_with_1_where_something_is_wrong(kept, capsys):
    Claim.objects.update(text="It closes.")

    with pytest.raises(CommandError, match="faults"):
        call_command("verify")
    assert "claim the-bridge-opens: " in capsys.readouterr().out


def test_every_check_stands_in_the_list():
    """A check of a module that nobody calls would find nothing."""
    modules = {check.__module__ for check in CHECKS if check.__module__.startswith("archive.verification")}
    named = {check.__name__ for check in CHECKS}
    for module in modules:
        functions = vars(__import__(module, fromlist=["x"])).values()
        own = {one.__name__ for one in functions if callable(one) and getattr(one, "__module__", "") == module and _yields(one)}
        assert own <= named


def _yields(function):
    """A check takes nothing: what asks something of a given row or database is a part of one."""
    if function.__name__.startswith("_") or not inspect.isfunction(function) or inspect.signature(function).parameters:
        return False
    told_as = str(function.__annotations__.get("return", ""))
    return "Iterator" in told_as and "Fault" in told_as
