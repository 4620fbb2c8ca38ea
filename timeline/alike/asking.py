"""What is asked: a sentence or a paragraph, and the filter of all lists of statements beside it."""

from collections.abc import Collection, Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from archive.models.search import Condition
from timeline.filters import StatementFilter
from timeline.lists.sources import Source
from timeline.lists.walks import Walk, rows_of

LONGEST_TEXT = 1_000  # characters: in most scripts an address holds that many


class AlikeFilter(StatementFilter):
    """What is found goes by how sure it is, so there is no other order."""

    order = None
    like = forms.CharField(
        required=False,
        max_length=LONGEST_TEXT,
        label=_("A sentence or a paragraph"),
        error_messages={"max_length": _("This is too long. Paste at most 1,000 characters: a sentence, or a paragraph.")},
    )
    ALWAYS_ON = (*StatementFilter.ALWAYS_ON, "like")

    def clean_like(self) -> str:
        from archive.linking.lookup.pasted import telling  # noqa: PLC0415 - half a second, for who pastes a text alone

        text: str = self.cleaned_data["like"]
        if text and not telling(text):
            raise forms.ValidationError(_("These words say too little to be looked for. Paste a whole sentence."), code="too-little")
        return text

    def unknown(self, params: Iterable[str]) -> list[str]:
        """What is found has no pages, so a cursor is none of it."""
        return sorted(set(params) - set(self.fields))

    def passing(self, statements: Collection[int]) -> Collection[int]:
        """Those of these public statements that pass all that is asked beside the text."""
        return among(self.apply(Walk()), statements) if self.active() else statements


def among(walk: Walk, statements: Collection[int]) -> set[int]:
    """Those of these statements that are on the walk; each is looked up by its number and by no other index."""
    if walk.known is None or not statements:
        return set()
    numbers = ", ".join(str(int(number)) for number in statements)
    source = Source("archive_statement l", Condition(f"NOT l.status <> 'public' AND l.id IN ({numbers})"), "(l.said_sort + 0)", "l.id")
    asked = source.where([*source.between(walk.days), *walk.conditions(source)])
    return {number for (number,) in rows_of(Condition(f"SELECT l.id FROM {source.table} WHERE {asked.sql}", asked.params))}  # noqa: S608
