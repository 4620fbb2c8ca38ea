"""Statements that may be linked, found by their words, speaker and day."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from archive import matching
from archive.desk.lists.filters import speakers_called
from archive.edtf import Edtf, parse
from archive.linking.candidates import affordable, by_terms
from archive.models import Passage, Statement, Term
from archive.typed_dates import read_typed

MOST_FOUND = 20
MOST_ASKED = 400  # sentences that share most of the words, of which speaker and day leave some


class FindForm(forms.Form):
    """What stands in the address: any of the three narrows what is found."""

    q = forms.CharField(label=_("Words"), required=False, max_length=300)
    speaker = forms.CharField(label=_("Speaker"), required=False, max_length=200)
    day = forms.CharField(label=_("Day, month or year"), required=False, max_length=60)

    def clean_speaker(self) -> list[int] | None:
        typed = self.cleaned_data["speaker"]
        return speakers_called(typed) if typed else None

    def clean_day(self) -> Edtf | None:
        typed = self.cleaned_data["day"]
        return parse(read_typed(typed).edtf) if typed else None

    def found(self, beside: Statement | None) -> list[Statement]:
        """The best by their words, or else the newest, without the one `beside` them. None where nothing is asked, or nonsense."""
        asked = self.cleaned_data if self.is_valid() else {}
        return _found(asked, beside) if any(value not in ("", None) for value in asked.values()) else []


def _found(asked: dict[str, Any], beside: Statement | None) -> list[Statement]:
    rows = Statement.objects.accepted().exclude(pk=beside.pk if beside else None)
    if asked["speaker"] is not None:
        rows = rows.of_speakers(asked["speaker"])
    if asked["day"]:
        rows = rows.said_within(asked["day"].earliest, asked["day"].latest)
    rows = rows.select_related("document__article__outlet", "occasion").defer("document__text", "document__raw")
    rows = rows.prefetch_related("attributions__speaker").order_by("-pk")
    if not asked["q"]:
        return list(rows[:MOST_FOUND])
    places = {pk: place for place, pk in enumerate(_by_words(asked["q"]))}
    return sorted(rows.filter(pk__in=places), key=lambda row: places[row.pk])[:MOST_FOUND]


def _by_words(typed: str) -> list[int]:
    """Keys of the statements with a sentence that shares most of these words' rarity, the best first."""
    terms = affordable(Term.objects.filter(stem__in=matching.content_of(typed)))
    shares = by_terms(terms, MOST_ASKED) if terms else {}
    owners = dict(Passage.objects.filter(pk__in=shares).values_list("pk", "statement"))
    best = sorted(owners, key=lambda key: (-shares[key], key))
    return list(dict.fromkeys(owners[key] for key in best))
