"""Who is named on one card is named on the other drafts of the document that print the same name."""

from collections.abc import Callable, Collection

from django.utils.translation import ngettext

from archive.errors import Refused
from archive.identity.names import name_speaker
from archive.models import Attribution, Document, Statement, User


def everywhere(act: Callable[..., str]) -> Callable[..., str]:
    """`act` names speakers of one statement; the sentence it gives goes on with how many others were named after it."""

    def done(statement: Statement, *, by: User) -> str:
        unknown = statement.attributions.filter(speaker=None).exclude(name="").values_list("name", flat=True)
        printed = set(unknown)
        told = act(statement, by=by)
        count = _name_others(statement.document, printed - set(unknown.all()), by)
        if not count:
            return told
        others = ngettext("So is %(count)d other draft of this text.", "So are %(count)d other drafts of this text.", count)
        return f"{told} {others % {'count': count}}"

    return done


def _name_others(document: Document, names: Collection[str], by: User) -> int:
    drafts = Statement.objects.filter(document=document).drafts()
    named = 0
    for one in Attribution.objects.filter(statement__in=drafts, speaker=None, name__in=names).select_related("statement"):
        try:
            name_speaker(one, by=by)
        except Refused:  # several are called so, or it stands there already: its own card asks
            continue
        named += 1
    return named
