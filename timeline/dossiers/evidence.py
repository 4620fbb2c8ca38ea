"""What a dossier tells of each statement: its words with their place, the sentences around them, and every version with its fingerprint."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from archive.models import Revision, Speaker, Statement
from timeline.api import shapes
from timeline.api.shapes import Shape
from timeline.corrections import log
from timeline.corrections.log import Item
from timeline.lists.named import Told
from timeline.log.proved import Signed, proofs_of
from timeline.record.excerpts import Piece, context_of

PLACED = "id", "public_id", "start", "end", "document_id"


@dataclass(frozen=True)
class Exhibit:
    """A statement in the shape of the API, with what stands around it in its document, and its versions from the first on."""

    shape: Shape
    context: list[Piece]
    versions: list[Item]
    proofs: list[dict[str, Any]]  # that they stand in the publication log

    @property
    def whole(self) -> Shape:
        """All of it for programs."""
        around = "".join("[…]" if one.gap else one.text for one in self.context)
        return {**self.shape, "context": around, "revisions": [_version(one) for one in self.versions]}


def exhibits(told: Iterable[Told], state: Signed) -> list[Exhibit]:
    """`state` of the log is what proofs lead to. Two queries for each statement, since each has sentences of its own around it; what is
    withdrawn meanwhile is left out."""
    written = [shapes.statement(one) for one in told]
    rows = {row.public_id: row for row in Statement.objects.public().filter(public_id__in=[one["id"] for one in written]).only(*PLACED)}
    versions = _versions([row.pk for row in rows.values()])
    found = [(one, rows[one["id"]]) for one in written if one["id"] in rows]
    proofs = proofs_of("statement", [row.pk for _, row in found], state)
    return [Exhibit(one, context_of(row), versions[row.pk], proofs.get(row.pk, [])) for one, row in found]


def named(found: list[Exhibit], state: Signed) -> list[dict[str, Any]]:
    """The proofs of the speakers of all these, whose names they show."""
    slugs = {who["slug"] for one in found for who in one.shape["speakers"]} - {None}
    numbers = Speaker.objects.filter(slug__in=slugs).values_list("pk", flat=True)
    return [proof for proofs in proofs_of("speaker", list(numbers), state).values() for proof in proofs]


def _versions(numbers: list[int]) -> dict[int, list[Item]]:
    found = defaultdict[int, list[Item]](list)
    for item in log.items(Revision.objects.filter(object_type="statement", object_id__in=numbers).order_by("version")):
        found[item.revision.object_id].append(item)
    return found


def _version(item: Item) -> dict[str, Any]:
    revision = item.revision
    return {
        "version": revision.version,
        "at": revision.at.isoformat(),
        "class": revision.revision_class,
        "reason": item.reason,
        "changes": [{"field": one.label, "was": one.was, "now": one.now} for one in item.changes],
        "sha256": revision.sha256,
    }
