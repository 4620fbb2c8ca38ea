"""Which statements an address of the page names: each by its id, or by a pasted address that leads to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from archive.models import Statement
from timeline.field_types import id_in


@dataclass(frozen=True)
class Side:
    """What was given for one of the two, and the statement that it names: public as its number, or withdrawn."""

    name: str
    given: str
    public_id: str = ""
    number: int | None = None
    withdrawn: Statement | None = None

    @property
    def is_unknown(self) -> bool:
        return bool(self.given) and self.number is None and self.withdrawn is None


def sides_of(params: Mapping[str, str]) -> tuple[Side, Side]:
    """`a` and `b` of an address."""
    given = {name: params.get(name, "").strip() for name in ("a", "b")}
    ids = {name: id_in(one) for name, one in given.items()}
    known = dict(Statement.objects.public().filter(public_id__in=ids.values()).values_list("public_id", "pk"))
    gone = {
        one.public_id: one for one in Statement.objects.withdrawn().filter(public_id__in=ids.values()).defer("text", "prefix", "suffix")
    }
    one, other = (Side(name, given[name], ids[name], known.get(ids[name]), gone.get(ids[name])) for name in ("a", "b"))
    return one, other
