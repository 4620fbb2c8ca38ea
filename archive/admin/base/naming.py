"""How people call what has another name in code: a field of a table, a detail of an Event."""

from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext_lazy as _

NAMES = {
    "aliases": _("other names"),
    "affiliations": _("parties and countries"),
    "identifiers": _("numbers in registers"),
    "fact_checks": _("fact-checks by others"),
    "judged": _("answers"),
    "judged_anew": _("answers that count for both"),
    "occurrences": _("claims in statements"),
    "span": _("place of the words"),
    "speakers": _("speakers"),
}
NOT_TYPED = ("confirmed", "mentioned", "relayed")  # of what an Event keeps of a change, for programs


def field_named(model: type[models.Model], name: str) -> str:
    """As the forms have it; what is no field of its own in words."""
    if name in NAMES:
        return str(NAMES[name])
    try:
        return str(model._meta.get_field(name).verbose_name)
    except (FieldDoesNotExist, AttributeError):  # no field, or rows that point at this one
        return name.replace("_", " ")


def shown(name: str, value: Any) -> Any:
    """What an Event keeps of a field, as people read it."""
    if name == "speakers":
        return "; ".join(", ".join(filter(None, printed)) for _slug, *printed in (row[:3] for row in value))
    return "–".join(map(str, value)) if name == "span" else value
