"""Documents: pasted in, read over, drafted from. Their text is shown and never typed into."""

from functools import partial

from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Value
from django.db.models.functions import Coalesce, Left, NullIf
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from archive import drafting, publication
from archive.acts import Signature
from archive.admin.base.act import Act, ReasonForm
from archive.admin.base.correcting import CorrectingAdmin
from archive.admin.base.links import link_to, marked, rows_of
from archive.admin.base.record import RecordAdmin
from archive.admin.base.removing import removing
from archive.admin.sources.bringing import brought_by
from archive.admin.sources.captures import CapturesAdmin
from archive.admin.sources.capturing import CaptureForm
from archive.admin.sources.document_form import DocumentForm, said_later
from archive.admin.sources.redating import redate
from archive.edtf import parse
from archive.enums import Force
from archive.errors import Refused
from archive.extraction import LONG, read_head
from archive.models import Article, Document, User
from archive.tasks import draft_document
from archive.typed_dates import date_in_full

MOST_TOLD = 10  # refusals of single pages of one file
MUCH_TEXT = 100_000  # characters shown at once; the rest would only slow the page


def draft(document: Document, *, by: User, leave_out: tuple[str, ...] = ()) -> str:
    """Draft the document's statements and say how many are new; a long one is left to the worker."""
    if len(document.text) > LONG:
        draft_document.enqueue(document.pk, by.pk, leave_out)
        return gettext("“%(document)s” is long and is read in the background: its drafts stand here in a few minutes.") % {
            "document": document
        }
    count = len(drafting.draft(document, by=by, leave_out=leave_out))
    if not count and drafting.lacks_labels(document):
        return gettext(
            "“%(document)s” reads like a transcript; no label was found. Paste it with the name of who speaks and a colon before his words."
        ) % {"document": document}
    return ngettext("%(count)d new draft from “%(document)s”.", "%(count)d new drafts from “%(document)s”.", count) % {
        "count": count,
        "document": document,
    }


@admin.register(Document)
class DocumentAdmin(CapturesAdmin, CorrectingAdmin, RecordAdmin):
    list_display = ["heading", "outlet_name", "published_in_words", "language", "captured_at"]
    list_filter = ["language", "zone_source", "relation"]
    list_select_related = ["article__outlet"]
    ordering = ["-id"]
    search_fields = ["title", "article__url", "article__outlet__name_key", "=public_id", "=sha256"]
    autocomplete_fields = ["article", "wire_copy_of", "relates_to"]
    form = DocumentForm
    only_typed = ("public_reason",)
    acts = (
        Act("draft", _("Draft statements"), _("taken up for reading"), "add_statement", draft, is_long=True),
        Act(
            "draft-without-questions", _("Draft statements without questions"), _("taken up for reading"), "add_statement",
            partial(draft, leave_out=(Force.ASKED,)), is_long=True,
        ),
        Act(
            "no-notice", _("It corrects or retracts nothing"), _("told to be no notice"), "publish_statement", publication.take_back,
            asks=ReasonForm, is_wanted=lambda document: bool(document.relation), in_lists=False,
        ),
        removing(Document),
    )  # fmt: skip
    captured = (
        "article_link",
        "captured_at",
        "seen_on",
        "captured_by_whom",
        "file_name",
        "form",
        "encoding_as_read",
        "sha256",
        "public_id",
        "superseded",
        "succeeded_by",
    )
    shown_only = (
        "what_its_outlet_says",
        "publication_as_read",
        "outlet_printed",
        *captured,
        "statements_in_it",
        "carried_over",
        "text_as_captured",
    )
    fieldsets = [
        (None, {"fields": ["title", "author", "language", "published", "publication_as_read", "published_words", "zone", "zone_source"]}),
        (
            _("Other documents"),
            {"fields": ["wire_copy_of", "relation", "relates_to", "relation_note", "public_reason", "what_its_outlet_says"]},
        ),
        (_("Where it comes from"), {"fields": ["outlet_printed", *captured]}),
        (_("Statements"), {"fields": ["statements_in_it", "carried_over"]}),
        (_("Text"), {"fields": ["text_as_captured"]}),
    ]
    add_fieldsets = [(None, {"fields": ["pasted", "file", "encoding", "outlet", "url", "published_on", "title", "kind"]})]

    def get_queryset(self, request):
        opening = Coalesce(NullIf("title", Value("")), Left("text", 60))
        return super().get_queryset(request).defer("raw", "text").annotate(heading=opening)

    def get_fieldsets(self, request, obj=None):
        return super().get_fieldsets(request, obj) if obj else self.add_fieldsets

    def get_form(self, request, obj=None, change=False, **kwargs):
        if change:
            return super().get_form(request, obj, change, **kwargs)
        form = super().get_form(request, obj, change, **kwargs | {"form": CaptureForm, "fields": ["title"]})
        form.base_fields["outlet"].widget = AutocompleteSelect(Article._meta.get_field("outlet"), self.admin_site)
        form.base_fields["outlet"].widget.choices = form.base_fields["outlet"].choices
        form.base_fields["title"].help_text = _("Empty: as it is read off the text.")
        form.refusal = getattr(request, "refusal", None)
        return form

    def get_readonly_fields(self, request, obj=None):
        return super().get_readonly_fields(request, obj) if obj else ()

    # Adding is capturing

    reader = staticmethod(read_head)  # tests hand in who reads

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """What is added is brought and read before the transaction begins: for as long as it takes, nobody else waits for the database."""
        if request.method == "POST" and object_id is None and self.has_add_permission(request):
            form = self.get_form(request)(request.POST, request.FILES)
            try:
                request.brought = brought_by(form, self.reader) if form.is_valid() else None
            except Refused as refusal:
                request.refusal = refusal
        return super().changeform_view(request, object_id, form_url, extra_context)

    def save_form(self, request, form, change):
        if change:
            return super().save_form(request, form, change)
        form.instance, *others = taken = request.brought.take_in(by=request.user)
        for refusal in request.brought.refusals[:MOST_TOLD]:
            self.message_user(request, f"{refusal.address}: {refusal.sentence}", messages.WARNING)
        if others:
            told = ngettext("%(count)d document taken in.", "%(count)d documents taken in.", len(taken)) % {"count": len(taken)}
            self.message_user(request, told)
        return form.instance

    def save_model(self, request, obj, form, change):
        if change:
            with publication.sources_told(obj, Signature(request.user, timezone.now(), form.cleaned_data.get("public_reason", "").strip())):
                super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        if change:
            super().save_related(request, form, formsets, change)
            self.follow(request, form.instance, form.changed_names)
            return
        self.show_readings(request, form, formsets)
        if form.instance.wire_copy_of_id:
            self.message_user(
                request,
                format_html("{} {}", _("Kept, and marked as the same text as"), link_to(form.instance.wire_copy_of)),
            )

    def follow(self, request, row, changed):
        redate(request, row, changed)

    def response_add(self, request, obj, post_url_continue=None):
        """To the document itself, where its statements are drafted."""
        request.POST = request.POST.copy()
        request.POST.setdefault("_continue", "1")
        return super().response_add(request, obj, post_url_continue)

    # Looking

    @admin.display(description=_("document"), ordering="title")
    def heading(self, document: Document) -> str:
        return document.heading.split("\n", 1)[0]

    def name_in_list(self, document: Document) -> str:
        return self.heading(document)

    @admin.display(description=_("outlet"), ordering="article__outlet__name_key")
    def outlet_name(self, document: Document) -> str:
        return document.outlet.name if document.outlet else document.outlet_printed and f"({document.outlet_printed})"

    @admin.display(description=_("published"), ordering="published_sort")
    def published_in_words(self, document: Document) -> str:
        return parse(document.published).words if document.published else ""

    @admin.display(description=_("what its outlet said of it later"))
    def what_its_outlet_says(self, document: Document) -> str:
        return said_later(document)

    @admin.display(description=_("publication as read"))
    def publication_as_read(self, document: Document) -> str:
        if not document.published:
            return format_html("–{}", self.readings_that_differ(document))
        zone = f"; {document.zone or _('time zone')} {document.get_zone_source_display()}"
        told = date_in_full(document.published) + (zone if parse(document.published).time else "")
        return format_html("{}{}", told, self.readings_that_differ(document))

    @staticmethod
    def readings_that_differ(document: Document) -> str:
        if not document.published_readings:
            return ""
        readings = ((parse(date).words, place) for date, place in document.published_readings)
        listed = format_html_join("", "<li>{} <span class='state'>{}</span></li>", readings)
        return format_html("<p><strong>{}</strong></p><ul>{}</ul>", _("The page tells several dates. Look which of them is right."), listed)

    @admin.display(description=_("captured by"))
    def captured_by_whom(self, document: Document) -> str:
        return str(document.captured_by or _("the machine"))

    @admin.display(description=_("encoding"))
    def encoding_as_read(self, document: Document) -> str:
        return ", ".join(filter(None, [document.encoding, document.get_encoding_source_display()]))

    @admin.display(description=_("article"))
    def article_link(self, document: Document) -> str:
        article = document.article
        words = " · ".join(filter(None, [article.outlet.name if article.outlet else gettext("outlet missing"), article.url]))
        return link_to(article, words)

    @admin.display(description=_("superseded by"))
    def succeeded_by(self, document: Document) -> str:
        return link_to(Document.objects.filter(supersedes=document).defer("raw").first())

    @admin.display(description=_("statements"))
    def statements_in_it(self, document: Document) -> str:
        statements = document.statements.order_by("start")
        return rows_of(format_html("{} <span class='state'>{}</span>", link_to(one), one.get_status_display()) for one in statements)

    @admin.display(description=_("text"))
    def text_as_captured(self, document: Document) -> str:
        text = document.text[:MUCH_TEXT]
        spans = document.statements.filter(end__lte=len(text)).order_by("start").values_list("start", "end")
        more = "" if len(document.text) <= MUCH_TEXT else format_html("<p>{}</p>", _("Only the beginning is shown here."))
        return format_html("{}{}", marked(text, spans, document.language), more)
