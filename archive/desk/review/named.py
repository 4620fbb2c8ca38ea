"""Who is meant by a name that is typed on a card."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from archive.identity.names import who_may_be
from archive.models import Attribution, Speaker, Statement
from archive.models.fields import folded
from archive.models.speaker import MOST_CALLED, Days

NEW = "new"  # a person or body that the archive does not know yet
AS_PRINTED = "printed"  # nobody by name
Attributed = tuple[Speaker | None, str, str]


@dataclass(frozen=True)
class Named:
    """One row of speakers: the name typed and as printed, the role, and who was chosen: a speaker's address, `NEW` or `AS_PRINTED`."""

    who: str
    printed: str
    role: str
    meant: str = ""


def speaker_typed(named: Named, stood: Attribution | None, days: Days) -> Attributed | None:
    """The speaker with the name that is kept as printed; without a speaker where nobody known is called so; nothing of an empty row."""
    if stood and (named.who, named.meant) in ((str(stood.speaker or stood.name), ""), (stood.name, NEW)) and named.who:
        return stood.speaker, stood.name, named.role
    if named.meant == AS_PRINTED:
        return None, named.printed, named.role
    if not named.who:
        return (None, "", named.role) if named.role else None
    speaker = None if named.meant == NEW else _chosen(named) or _called(named, days)
    return (speaker, named.printed or speaker.name, named.role) if speaker else (None, named.who, named.role)


def _chosen(named: Named) -> Speaker | None:
    return Speaker.objects.standing().filter(slug=named.meant).first() if named.meant else None


def _called(named: Named, days: Days) -> Speaker | None:
    """The one of this name, as typed or as lists show it. Of several, one has to be chosen."""
    called = list(Speaker.objects.called(named.who.partition(" (")[0])[:MOST_CALLED])
    shown_so = [one for one in called if str(one) == named.who]
    fitting = shown_so if len(shown_so) == 1 else called
    if len(fitting) > 1:
        in_the_role = [one for one in fitting if one.role_held(named.role, days)]
        fitting = in_the_role if len(in_the_role) == 1 else fitting
    if len(fitting) > 1:
        raise ValidationError(_("Several are called “%(name)s”. Choose who is meant."), params={"name": named.who})
    return fitting[0] if fitting else None


def suggested(typed: str, role: str, statement: Statement, place: int) -> dict[str, Any]:
    """Names that go on as what is typed, who may be meant by it and why, and what is printed there, which may be left as it is."""
    if not typed:
        return {}
    names = Speaker.objects.standing().filter(name_key__contains=folded(typed))[:MOST_CALLED]
    meant = who_may_be(Attribution(statement=statement, name=typed, role=role))
    printed = next((one.name for one in statement.attributions.all()[place : place + 1] if one.name != typed), "")
    return {"names": names, "meant": meant, "typed": typed, "printed": printed}
