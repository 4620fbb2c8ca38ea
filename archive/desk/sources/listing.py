"""Which documents are listed, fifty at a time by their keys, with what waits in each."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django import forms
from django.db.models import Count, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce, Left, Length, NullIf
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.desk.sources.forms import language_name, languages
from archive.enums import StatementStatus
from archive.models import Assignment, Document, DocumentHold, Outlet, Statement
from archive.models.document import LETTERS_A_STATEMENT, MOST_FOUND

PAGE, LONGEST_KEY = 50, 18  # rows; digits
STATES = {
    "drafts": (_("proposals wait"), Statement.objects.drafts),
    "accepted": (_("accepted, not yet public"), Statement.objects.to_publish),
    "public": (_("public"), Statement.objects.public),
}
NOTHING = "nothing"


class DocumentFilter(forms.Form):
    """Outlet by its name, language, and what waits in it."""

    outlet = forms.CharField(label=_("Outlet"), required=False, widget=forms.TextInput(attrs={"list": "outlets"}))
    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("What waits"), required=False)

    def __init__(self, data: Mapping[str, str]):
        super().__init__(data)
        self.fields["language"].choices = [("", gettext("any")), *languages()[1:]]
        told = [(name, label) for name, (label, _rows) in STATES.items()]
        self.fields["state"].choices = [("", gettext("anything")), *told, (NOTHING, gettext("nothing was read in it"))]

    def chosen(self) -> dict[str, str]:
        """What is chosen; what makes no sense is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def rows(self) -> QuerySet[Document]:
        chosen = self.chosen()
        rows = Document.objects.order_by("-id")
        if "outlet" in chosen:
            rows = rows.filter(article__outlet__in=Outlet.objects.named(chosen["outlet"]))
        if "language" in chosen:
            rows = rows.filter(language=chosen["language"])
        if state := chosen.get("state"):
            found = Statement.objects.all() if state == NOTHING else STATES[state][1]()
            stands = Exists(found.filter(document=OuterRef("pk")).order_by())
            rows = rows.filter(~stands if state == NOTHING else stands)
        return rows


@dataclass
class Line:
    """A document of the list: how many of its statements are in which state, and who has it."""

    document: Document
    counts: dict[str, int] = field(default_factory=dict)
    has_it: str = ""

    @property
    def language(self) -> str:
        return language_name(self.document.language)

    @property
    def drafts(self) -> int:
        return self.counts.get(StatementStatus.DRAFT, 0)

    @property
    def accepted(self) -> int:
        return self.counts.get(StatementStatus.ACCEPTED, 0)

    @property
    def public(self) -> int:
        return self.counts.get(StatementStatus.PUBLIC, 0)

    @property
    def is_little_read(self) -> bool:
        """As `Document.objects.little_read` has it, of any age."""
        document, found = self.document, sum(self.counts.values())
        is_asked = not document.supersedes_id and not document.wire_copy_of_id and found < MOST_FOUND
        return is_asked and found * LETTERS_A_STATEMENT < document.letters


def lines_of(rows: QuerySet[Document], before: str) -> tuple[list[Line], int | None]:
    """Fifty from a key on, and the key from which the next are read."""
    rows = rows.filter(pk__lt=int(before)) if before.isdecimal() and len(before) <= LONGEST_KEY else rows
    shown = rows.select_related("article__outlet").defer("raw", "text")
    shown = shown.annotate(heading=Coalesce(NullIf("title", Value("")), Left("text", 60)), letters=Length("text"))
    found = list(shown[: PAGE + 1])
    following = found[PAGE - 1].pk if len(found) > PAGE else None
    return _lines(found[:PAGE]), following


def _lines(documents: list[Document]) -> list[Line]:
    keys = [one.pk for one in documents]
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    for pk, status, number in (
        Statement.objects.filter(document__in=keys).order_by().values_list("document", "status").annotate(Count("pk"))
    ):
        counts[pk][status] = number
    given, held = Assignment.objects.by_document(keys), DocumentHold.objects.by_document(keys, timezone.now())
    return [Line(one, counts[one.pk], _has_it(given.get(one.pk), held.get(one.pk))) for one in documents]


def _has_it(given: Assignment | None, held: DocumentHold | None) -> str:
    if held:
        return gettext("%(person)s reviews it now") % {"person": held.by}
    return gettext("given to %(person)s") % {"person": given.to} if given else ""
