"""Outlets: entered with their time zone and with how much of their texts the public may see."""

from django.contrib import admin
from django.utils import timezone

from archive import publication
from archive.acts import Signature
from archive.admin.base.addressed import AddressedForm
from archive.admin.base.correcting import CorrectingAdmin
from archive.admin.base.record import RecordAdmin
from archive.admin.base.removing import removing
from archive.models import Outlet


@admin.register(Outlet)
class OutletAdmin(CorrectingAdmin, RecordAdmin):
    form = AddressedForm
    acts = (removing(Outlet),)
    list_display = ["name", "kind", "time_zone", "text_policy"]
    list_filter = ["kind", "text_policy"]
    search_fields = ["name_key", "=slug"]
    fields = ["name", "slug", "kind", "homepage", "since", "time_zone", "text_policy"]
    never_changed = ("slug",)

    def save_model(self, request, obj, form, change):
        with publication.sources_told(obj, Signature(request.user, timezone.now())):
            super().save_model(request, obj, form, change)
