"""What a person may put right in a statement that is not public: set here, and kept in Events so that it can be put back."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from archive.acts import save_valid
from archive.dated_by import BY_HAND
from archive.errors import Refused
from archive.models import Attribution, Occasion, Speaker, Statement
from archive.models.fields import folded

READ = ("confidence", "confirmed", "mentioned", "relayed")  # not typed: what was read in the words, and what was confirmed of them
PLAIN = ("kind", "force", "language", "said_on", "said_words", "said_rule", "undated", "locator")
CHANGEABLE = frozenset({"span", "occasion", "speakers", *PLAIN})
Named = tuple[Speaker | None, str, str]  # whose words, name and role as printed


def values_of(statement: Statement) -> dict[str, Any]:
    """All that a change may touch, by public ids, as an Event keeps it."""
    return {
        "span": [statement.start, statement.end],
        **{name: getattr(statement, name) for name in (*PLAIN, *READ)},
        "occasion": statement.occasion and statement.occasion.public_id,
        "translation_of": statement.translation_of and statement.translation_of.public_id,
        "speakers": [
            [one.speaker and one.speaker.slug, one.name, one.role, one.start, one.end]
            for one in Attribution.objects.filter(statement=statement).select_related("speaker")
        ],
    }


def changed_of(statement: Statement, was: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What is otherwise than it was, for the Event."""
    becomes = {name: value for name, value in values_of(statement).items() if value != was[name]}
    return {"was": {name: was[name] for name in becomes}, "becomes": becomes}


def expect_changeable(changes: dict[str, Any]) -> None:
    if unknown := sorted(set(changes) - CHANGEABLE):
        raise Refused(_("This can't be changed in a statement: %(names)s.") % {"names": ", ".join(unknown)})


def set_columns(statement: Statement, changes: dict[str, Any]) -> None:
    """All but the speakers, unsaved. Of a new day it is kept that a person gave it; who gives one says that one can be found."""
    if "span" in changes:
        set_span(statement, *changes["span"])
    if changes.get("said_on", statement.said_on) != statement.said_on:
        is_dated = bool(changes["said_on"])
        changes = {"said_rule": BY_HAND if is_dated else "", "undated": statement.undated and not is_dated, **changes}
    for name in (*PLAIN, "occasion"):
        if name in changes:
            setattr(statement, name, changes[name])
    statement.language = statement.language or statement.document.language


def set_span(statement: Statement, start: int, end: int) -> None:
    """Other words of the same text; what was read outside of them is forgotten."""
    if not 0 <= start < end <= len(statement.document.text):
        raise Refused(_("These words do not lie inside the text. Select words of it."), about="span")
    standing = Statement.objects.filter(document=statement.document_id, start=start, end=end).exclude(pk=statement.pk)
    if known := standing.first():
        raise Refused(_("These words are a statement already (%(state)s): “%(words)s”.") % told_of(known), about="span", other=known)
    statement.take_words(start, end)
    for name in ("mentioned", "relayed"):
        setattr(statement, name, [one for one in getattr(statement, name) if start <= one["start"] and one["end"] <= end])


def told_of(statement: Statement) -> dict[str, str]:
    return {"state": statement.get_status_display(), "words": str(statement)}


def set_speakers(statement: Statement, speakers: Sequence[Named]) -> None:
    """Whose words they are, in order, in place of what stood there; a name that stood there keeps its place in the text."""
    there = list(Attribution.objects.filter(statement=statement))
    wanted = [(as_it_stands(speaker), name or (speaker.name if speaker else ""), role) for speaker, name, role in speakers]
    if wanted == [(one.speaker, one.name, one.role) for one in there]:
        return
    _expect_once(wanted)
    places = {one.key: (one.start, one.end) for one in there}
    Attribution.objects.filter(statement=statement).delete()
    for position, (speaker, name, role) in enumerate(wanted):
        start, end = places.get(folded(name), (None, None))
        save_valid(Attribution(statement=statement, position=position, speaker=speaker, name=name, role=role, start=start, end=end))


def as_it_stands(speaker: Speaker | None) -> Speaker | None:
    """Read anew: it may have been merged since it was chosen."""
    if speaker is None:
        return None
    found = Speaker.objects.filter(pk=speaker.pk).select_related("merged_into").first()
    if found is None:
        raise Refused(_("%(speaker)s was removed meanwhile. Choose another.") % {"speaker": speaker}, about="speakers")
    if found.merged_into:
        told = _("%(speaker)s was merged into %(other)s. Choose that one.") % {"speaker": found, "other": found.merged_into}
        raise Refused(told, about="speakers")
    return found


def _expect_once(wanted: Sequence[Named]) -> None:
    seen = set()
    for speaker, name, role in wanted:
        who = speaker or (folded(name), folded(role))
        if who in seen:
            told = _("%(speaker)s stands there already. Remove one of the two.") % {"speaker": speaker or name or role}
            raise Refused(told, about="speakers")
        seen.add(who)


def put_back(statement: Statement, was: dict[str, Any]) -> None:
    """As an Event kept it, unsaved but for the speakers."""
    if "span" in was:
        set_span(statement, *was["span"])
    for name in (*PLAIN, *READ):
        if name in was:
            setattr(statement, name, was[name])
    if "occasion" in was:
        statement.occasion = _occasion_of(was["occasion"])
    if "translation_of" in was:
        statement.translation_of = _original_of(was["translation_of"])
    if "speakers" in was:
        Attribution.objects.filter(statement=statement).delete()
        for position, (slug, *printed) in enumerate(was["speakers"]):
            name, role, start, end = printed
            speaker = _speaker_of(slug)
            save_valid(Attribution(statement=statement, position=position, speaker=speaker, name=name, role=role, start=start, end=end))


def _occasion_of(public_id: str | None) -> Occasion | None:
    found = Occasion.objects.filter(public_id=public_id).first()
    if public_id and found is None:
        raise Refused(_("The occasion that stood there was removed. Choose another by hand."))
    return found


def _original_of(public_id: str | None) -> Statement | None:
    found = Statement.objects.filter(public_id=public_id).first()
    if public_id and (found is None or found.translation_of):
        raise Refused(_("What it was marked as a translation of is no original any more. Mark another by hand."))
    return found


def _speaker_of(slug: str | None) -> Speaker | None:
    found = Speaker.objects.filter(slug=slug).first()
    if slug and found is None:
        raise Refused(_("The speaker that stood there was removed. Choose another by hand."))
    return as_it_stands(found)
