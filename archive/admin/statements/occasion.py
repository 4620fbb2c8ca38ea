"""Occasions: where and when words were said."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from archive.admin.base.correcting import CorrectingAdmin
from archive.admin.base.links import link_to, rows_of
from archive.admin.base.record import RecordAdmin
from archive.admin.base.removing import removing
from archive.edtf import parse
from archive.models import Occasion
from archive.typed_dates import date_in_full


@admin.register(Occasion)
class OccasionAdmin(CorrectingAdmin, RecordAdmin):
    acts = (removing(Occasion),)
    list_display = ["name", "kind", "place", "held"]
    list_filter = ["kind"]
    ordering = ["-held_sort", "-id"]
    search_fields = ["name", "place", "held_on", "=public_id"]
    fields = ["name", "kind", "place", "held_on", "date_as_read", "statements_of_it"]
    shown_only = ("date_as_read", "statements_of_it")

    @admin.display(description=_("held on"), ordering="held_sort")
    def held(self, occasion: Occasion) -> str:
        return parse(occasion.held_on).words if occasion.held_on else ""

    @admin.display(description=_("date as read"))
    def date_as_read(self, occasion: Occasion) -> str:
        return date_in_full(occasion.held_on) if occasion.held_on else "–"

    @admin.display(description=_("statements"))
    def statements_of_it(self, occasion: Occasion) -> str:
        return rows_of(link_to(one) for one in occasion.statements.all()[:50]) if occasion.pk else "–"
