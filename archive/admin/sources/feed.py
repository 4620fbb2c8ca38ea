"""Feeds: which are followed, and what became of the last poll."""

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks_db.models import DBTaskResult

from archive.acts import allow
from archive.admin.base.act import Act
from archive.admin.base.acting import ActingAdmin
from archive.admin.base.record import RecordAdmin
from archive.admin.base.removing import removing
from archive.capture.pages import our_visitor
from archive.models import Feed, User
from archive.tasks import poll_feed

admin.site.unregister(DBTaskResult)  # what became of the work stands in the rows it was done on


def poll_soon(feed: Feed, *, by: User) -> str:
    """Sends for the feed; the worker does the rest. Refuses where nothing is fetched."""
    allow(by, "add_document")
    our_visitor()
    poll_feed.enqueue(feed.pk, by.pk)
    return _("The worker reads it next. What became of it stands here in a moment.")


@admin.register(Feed)
class FeedAdmin(ActingAdmin, RecordAdmin):
    list_display = ["url", "outlet", "is_followed", "polled_at", "outcome"]
    list_filter = ["is_followed"]
    list_select_related = ["outlet"]
    search_fields = ["url", "outlet__name_key"]
    autocomplete_fields = ["outlet"]
    fields = ["url", "outlet", "is_followed", "every", "polled_at", "next_poll_at", "failures", "outcome"]
    shown_only = ("polled_at", "next_poll_at", "failures", "outcome")
    acts = (Act("poll", gettext_lazy("Poll now"), gettext_lazy("sent for"), "add_document", poll_soon), removing(Feed))
