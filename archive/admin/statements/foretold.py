"""What an act would make of a statement, in sentences for who is about to do it: persons, occasions, links."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from archive import review
from archive.admin.statements.waiting import waiting
from archive.enums import SpeakerKind
from archive.errors import Refused
from archive.identity.names import who_may_be, would_name
from archive.models import Attribution, Speaker, Statement
from archive.printed_names import looks_like_a_name

NEW = {SpeakerKind.PERSON: gettext_lazy("“%s”: a new speaker, a person."), SpeakerKind.BODY: gettext_lazy("“%s”: a new speaker, a body.")}


def would_name_speakers(statement: Statement) -> list[str]:
    """Of each printed name who it leads to, or why it stays."""
    return [_named(one) for one in statement.attributions.filter(speaker=None).exclude(name="")]


def _named(attribution: Attribution) -> str:
    try:
        speaker = would_name(attribution)
    except Refused as refusal:
        return str(refusal)
    if not speaker._state.adding:
        return _is(attribution, speaker)
    held = _("Their role: %s.") % attribution.role if attribution.role else ""
    return f"{NEW[SpeakerKind(speaker.kind)] % speaker.name} {held}".strip()


def _is(attribution: Attribution, speaker: Speaker) -> str:
    return _("“%(printed)s”: %(speaker)s, who is known.") % {"printed": attribution, "speaker": speaker}


def would_take_proposed(statement: Statement) -> list[str]:
    """Of each printed name who is proposed, why, and whether the name is kept."""
    told = []
    for one in proposed_of(statement):
        (meant,) = who_may_be(one)
        told.append(f"{_is(one, meant.speaker)} {meant.reason}. {_kept(one, meant.speaker)}".strip())
    return told


def _kept(attribution: Attribution, speaker: Speaker) -> str:
    """What becomes of a spelling that is none of the speaker's names yet."""
    if not looks_like_a_name(attribution.name) or Speaker.objects.called(attribution.name).filter(pk=speaker.pk).exists():
        return ""
    if speaker.is_public:
        return _("The name becomes another name of theirs, in public, when a publisher says so.")
    return _("The name becomes another name of theirs.")


def proposed_of(statement: Statement) -> list[Attribution]:
    """The attributions for which there is one candidate and no other."""
    return [one for one in statement.attributions.filter(speaker=None) if len(who_may_be(one)) == 1]


def would_name_occasion(statement: Statement) -> list[str]:
    try:
        occasion = review.would_name(statement)
    except Refused as refusal:
        return [str(refusal)]
    told = _("The occasion that others of the document have: %s.") if not occasion._state.adding else _("A new occasion: %s.")
    return [told % occasion]


def would_link(statement: Statement) -> list[str]:
    links = waiting(statement).select_related("claim")
    return [_("This becomes public: %(how)s, “%(claim)s”.") % {"how": one.get_stance_display(), "claim": one.claim} for one in links]
