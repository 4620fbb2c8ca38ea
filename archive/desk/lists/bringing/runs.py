"""A sheet is looked through, then done, row by row and some seconds at a time: who comes back goes on where it stopped.

Whoever looks at the page drives it, and signs what is done: it needs no worker, and ends with him. A row and what became of it are kept in
one transaction, so that a run which was killed has done each row wholly or not at all.
"""

import time
from collections import Counter
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from archive.desk.lists.bringing.columns import are_enough, are_plain, recognised
from archive.desk.lists.bringing.files import Read
from archive.desk.lists.bringing.rows import Came, Cells, carry_out, spot_of
from archive.errors import Doubt, NeedsConfirmation, Refused, one_of_many
from archive.models import Sheet, SheetRow, User
from archive.models.lists.formulas import unguarded
from archive.models.lists.sheets import SheetOutcome, SheetStage

AT_ONCE = 2.0  # seconds of one step
FOLLOWING = {SheetStage.CHECKING: SheetStage.CHECKED, SheetStage.DOING: SheetStage.DONE}


@transaction.atomic
def bring(name: str, read: Read, *, by: User) -> Sheet:
    """Keep a file as it was read. Nothing of the record is touched; what its columns are is asked where it is not plain."""
    columns = recognised(read.headings)
    stage = SheetStage.CHECKING if are_plain(read.headings, columns) else SheetStage.COLUMNS
    sheet = Sheet.objects.create(
        name=name[:255], encoding=read.encoding, by=by, at=timezone.now(), headings=read.headings, columns=columns, stage=stage
    )
    SheetRow.objects.bulk_create(SheetRow(sheet=sheet, number=number, cells=row) for number, row in read.rows.items())
    return sheet


def choose(sheet: Sheet, columns: Sequence[str]) -> None:
    """What its columns are; then it is looked through. That is said once: what rows would become of them was told by it."""
    if sheet.stage != SheetStage.COLUMNS:
        raise Refused(_("Its columns were chosen already. To choose others, bring the file again."))
    chosen = [name for name in columns if name]
    if len(chosen) != len(set(chosen)):
        raise Refused(_("Two columns mean the same. Choose one of them."))
    if not are_enough(chosen):
        raise Refused(_("Say in which column the words stand, and in which the document: its id, its address, or its title and outlet."))
    sheet.columns = list(columns)
    _to(sheet, SheetStage.CHECKING)


def confirm(sheet: Sheet, ticked: dict[int, list[str]]) -> None:
    """What was asked of these rows was looked at: they are tried again."""
    for row in sheet.rows.filter(number__in=ticked).asking():
        row.confirmed, row.outcome = [*row.confirmed, *ticked[row.number]], ""
        row.save()
    if sheet.stage != SheetStage.COLUMNS:
        _to(sheet, SheetStage.CHECKING)


def begin(sheet: Sheet) -> None:
    """What was looked through is to be done."""
    if sheet.stage == SheetStage.CHECKED:
        _to(sheet, SheetStage.DOING)


def _to(sheet: Sheet, stage: str) -> None:
    sheet.stage = stage
    sheet.save(update_fields=["stage", "columns"])


def go_on(sheet: Sheet, *, by: User) -> None:
    """The next rows of what it is at, until some seconds are over."""
    ends, is_trial = time.monotonic() + AT_ONCE, sheet.stage == SheetStage.CHECKING
    left = sheet.rows.left(sheet.stage)
    while row := left.first():
        row.sheet = sheet
        _try_out(row, by) if is_trial else _do(row, by)
        if time.monotonic() > ends:
            break
    if sheet.stage in FOLLOWING and not left.exists():
        _to(sheet, FOLLOWING[sheet.stage])


def _try_out(row: SheetRow, by: User) -> None:
    """As it would be done, and taken back at once."""
    with transaction.atomic():
        came = _came(row, by)
        transaction.set_rollback(True)
    if came.outcome == SheetOutcome.NEW:
        came = Came(came.outcome, came.told)
    _keep(row, came)


def _do(row: SheetRow, by: User) -> None:
    with transaction.atomic():
        row = SheetRow.objects.select_for_update(of=["self"]).select_related("sheet").get(pk=row.pk)
        if not row.is_done:
            row.is_done = True
            _keep(row, _came(row, by, row.told))


def _came(row: SheetRow, by: User, as_told: str | None = None) -> Came:
    row.asked = []
    try:
        with one_of_many(f"row {row.number} of sheet {row.sheet_id}"), transaction.atomic():
            cells = cells_of(row, row.sheet)
            spot = spot_of(cells)
            _expect_once(row, spot.key)
            came = carry_out(cells, spot, by=by, confirmed=row.confirmed)
            _expect_as_told(came, as_told)
            return came
    except NeedsConfirmation as refusal:
        row.asked = [[one.seen, one.told] for one in refusal.doubts]
        row.is_done = False
        return Came(SheetOutcome.ASKS, "")
    except Refused as refusal:
        return Came(SheetOutcome.REFUSED, str(refusal))


def _expect_as_told(came: Came, as_told: str | None) -> None:
    """Nobody has seen a change of what another wrote after the sheet was looked through."""
    if came.outcome == SheetOutcome.CHANGE and as_told not in (None, came.told):
        raise NeedsConfirmation([Doubt("meanwhile", _("Somebody changed this since. By now it would be: %s") % came.told)])


def cells_of(row: SheetRow, sheet: Sheet) -> Cells:
    """By field, without those that are empty."""
    named = zip(sheet.columns, row.cells, strict=True)
    return {field: unguarded(cell.strip()) for field, cell in named if field and cell.strip()}


def _expect_once(row: SheetRow, key: str) -> None:
    """The first row about some words stands; a later one would undo it."""
    row.about = row.about or key
    before = row.sheet.rows.filter(about=row.about, number__lt=row.number).order_by("number").first()
    if before:
        raise Refused(_("Row %(number)d is about the same words. Make one row of the two.") % {"number": before.number})


def _keep(row: SheetRow, came: Came) -> None:
    row.outcome, row.told, row.statement = came.outcome, came.told, came.statement
    row.save()


def counts_of(sheet: Sheet) -> list[tuple[str, str, int]]:
    """Of each outcome: its name, its words, how many; what is not known yet last."""
    counted = Counter(dict(sheet.rows.order_by().values_list("outcome").annotate(Count("pk"))))
    known = [(one.value, str(one.label), counted[one.value]) for one in SheetOutcome if counted[one.value]]
    return [*known, *([("", _("not looked through yet"), counted[""])] if counted[""] else [])]
