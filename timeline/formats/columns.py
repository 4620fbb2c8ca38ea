"""The columns of a list as CSV: their headings, what stands there in a row of the API's shape, and what is told of them on /data/."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from timeline.api.shapes import Shape

BETWEEN = "; "  # several values of one cell


class Column(NamedTuple):
    heading: str
    of: Callable[[Shape], Any]
    about: str | Promise


def _at(*path: str) -> Callable[[Shape], Any]:
    """What stands in a shape within a shape; nothing where there is none."""

    def of(row: Shape) -> Any:
        found: Any = row
        for name in path:
            found = found and found[name]
        return found

    return of


def _each(name: str, part: str) -> Callable[[Shape], str]:
    """One value of each thing in a list, in its order."""
    return lambda row: BETWEEN.join(one[part] or "" for one in row[name])


STATEMENTS = (
    Column("id", _at("id"), _("of the statement; it never changes")),
    Column("url", _at("url"), _("its page")),
    Column("text", _at("text"), _("exactly the words as they stand in the document")),
    Column("kind", _at("kind"), _("direct, indirect or mixed")),
    Column("force", _at("force"), _("how the words are said: only asserted ones are simply said")),
    Column("language", _at("language"), _("of the words, as a code: en, ru")),
    Column(
        "said_on",
        _at("said_on", "edtf"),
        _("when they were said, as precisely as is known: 2023-05-17, 2023-05, 2023; or nothing"),
    ),
    Column("said_earliest", _at("said_on", "earliest"), _("the first day that it can be")),
    Column("said_latest", _at("said_on", "latest"), _("the last day that it can be")),
    Column("said_in_words", _at("said_on", "words"), _("the same in English")),
    Column("said_on_of", _at("said_on", "of"), _("“saying”, or “publication” where that is all that is known")),
    Column("said_words", _at("said_words"), _("the words that the date was read from")),
    Column("speakers", _each("speakers", "name"), _("who spoke, by the name of their page; empty for a source without one")),
    Column("speaker_slugs", _each("speakers", "slug"), _("the last part of the addresses of their pages")),
    Column("speakers_printed", _each("speakers", "printed"), _("the names as they stand in the document")),
    Column("roles", _each("speakers", "role"), _("the roles as they stand in the document")),
    Column("claims", _each("occurrences", "claim"), _("the claims in the words: the last part of the addresses of their pages")),
    Column("stances", _each("occurrences", "stance"), _("what the speaker does with each of these claims")),
    Column("likenesses", _each("occurrences", "likeness"), _("how near the words are to each of these claims")),
    Column("outlet", _at("document", "outlet"), _("who published the document")),
    Column("title", _at("document", "title"), _("of the document")),
    Column("source_url", _at("document", "url"), _("where its outlet published it")),
    Column("published", _at("document", "published", "edtf"), _("when, written in the same way")),
    Column("document_id", _at("document", "id"), _("of the document as it was captured")),
    Column("document_sha256", _at("document", "sha256"), _("of its text in UTF-8")),
    Column("source_status", _at("source_status", "status"), _("corrected or retracted, where its outlet said so")),
    Column("start", lambda row: row["selector"][1]["start"], _("the first character of the words in that text, counted from 0")),
    Column("end", lambda row: row["selector"][1]["end"], _("one past the last")),
    Column("locator", _at("locator"), _("page, time code or item in the source")),
    Column("occasion_id", _at("occasion", "id"), _("of the occasion on which they were said")),
    Column("occasion", _at("occasion", "name"), _("its name")),
    Column("place", _at("occasion", "place"), _("where it was held")),
    Column("translation_of", _at("translation_of"), _("the id of the statement that this translates")),
    Column("version", _at("version"), _("raised by each change of what is public")),
    Column("recorded_at", _at("recorded_at"), _("when it became public here")),
)
CORRECTIONS = (
    Column("at", _at("at"), _("when it was changed")),
    Column("type", _at("type"), _("of the record: statement, claim, speaker, …")),
    Column("id", _at("id"), _("of the record; empty where it is not public any more")),
    Column("url", _at("url"), _("its page")),
    Column("version", _at("version"), _("its version from then on")),
    Column("class", _at("class"), _("what kind of change it was")),
    Column("reason", _at("reason"), _("why; empty for an earlier change of what was withdrawn later")),
    Column("changed", lambda row: BETWEEN.join(row["changed"]), _("the fields that changed")),
)
