"""Statements: entered by hand or drafted, judged, published, corrected and withdrawn."""

from django.contrib import admin, messages
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from archive import review
from archive.acts import Signature
from archive.admin.base.correcting import CorrectingAdmin
from archive.admin.base.links import around, link_to, rows_of
from archive.admin.base.record import RecordAdmin
from archive.admin.base.rows import RowInline
from archive.admin.sources.captures import sighted
from archive.admin.statements.statement_acts import ACTS, EDITABLE
from archive.admin.statements.statement_form import AttributionForm, StatementCorrectionForm, StatementForm
from archive.admin.statements.waiting import WaitingFilter
from archive.edtf import parse
from archive.enums import Force, Verb
from archive.identity.names import who_may_be
from archive.linking.closed_suggestions import settle
from archive.models import Attribution, Event, Sighting, Statement
from archive.review.changing import index_anew
from archive.review.values import changed_of, values_of
from archive.typed_dates import date_in_full


class AttributionInline(RowInline):
    model = Attribution
    form = AttributionForm
    fields = ["speaker", "name", "role", "may_be"]
    readonly_fields = ["may_be"]
    autocomplete_fields = ["speaker"]
    verbose_name = _("speaker")
    verbose_name_plural = _("speakers")

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj and obj.attributions.exists() else 1

    @admin.display(description=_("may be"))
    def may_be(self, attribution: Attribution) -> str:
        """Whom the printed name may mean, with the reason; where several fit, all of them and none chosen."""
        if not attribution.pk or attribution.speaker_id:
            return "–"
        found = who_may_be(attribution)
        return rows_of(format_html("{}: {}", link_to(one.speaker), one.reason) for one in found) if found else "–"


@admin.register(Statement)
class StatementAdmin(CorrectingAdmin, RecordAdmin):
    form = StatementForm
    correction_form = StatementCorrectionForm
    acts = ACTS
    act_columns = ("all_words", "speakers", "said", "source", "status_in_list")
    inlines = [AttributionInline]
    list_display = ["words", "speakers", "said", "kind", "force", "sure", "status_in_list", "outlet_name"]
    list_filter = ["status", "kind", "force", ("undated", admin.BooleanFieldListFilter), WaitingFilter]
    list_select_related = ["document__article__outlet"]
    ordering = ["-id"]
    search_fields = ["text", "attributions__speaker__name_key", "attributions__name", "=public_id", "=document__public_id"]
    autocomplete_fields = ["document", "occasion", "translation_of"]
    shown_only = ("state", "context", "later_look", "held_as_read", "maybe", "others", "date_as_read", "as_read", "claims")
    only_typed = ("place",)
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "state",
                    "document",
                    "text",
                    "place",
                    ("start", "end"),
                    "context",
                    "later_look",
                    "kind",
                    "force",
                    "held_as_read",
                    "language",
                    "locator",
                    "translation_of",
                ]
            },
        ),
        (_("Who said it"), {"fields": ["maybe", "others"]}),
        (_("When it was said"), {"fields": ["said_on", "date_as_read", "said_words", "undated"]}),
        (_("Where it was said"), {"fields": ["occasion", "as_read"]}),
        (_("Claims"), {"fields": ["claims"]}),
    ]
    seen_after_entry = {"state", "context", "later_look", "held_as_read", "maybe", "others", "date_as_read", "as_read", "claims"}

    def get_queryset(self, request):
        rows = super().get_queryset(request).defer("document__text", "document__raw").prefetch_related("attributions__speaker")
        return rows.telling_changes()

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj:
            return fieldsets
        entered = [
            (heading, options | {"fields": [name for name in options["fields"] if name not in self.seen_after_entry]})
            for heading, options in fieldsets
        ]
        return [(heading, options) for heading, options in entered if options["fields"]]

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.status in EDITABLE)

    # Saving

    def save_model(self, request, obj, form, change):
        request.signed = Signature(request.user, timezone.now())
        request.before = review.before_editing(obj, request.signed) if change else review.before_entering(obj)
        request.was = values_of(Statement.objects.get(pk=obj.pk)) if change else {}
        if not change:
            obj.drafted_by = request.user
        elif "document" in form.changed_data:
            review.move_to(obj, obj.document)
        if change and "occasion" in form.changed_data:
            review.expect_occasion_free(obj)
        if {"text", "start", "end"} <= set(form.cleaned_data):
            obj.take_words(obj.start, obj.end)
        for name, value in form.said_columns().items():
            setattr(obj, name, value)
        super().save_model(request, obj, form, change)
        if "translation_of" in form.changed_data:
            settle([obj.pk])
        if "language" in form.changed_data:
            index_anew(obj)

    def confirm(self, request, obj, form, change):
        """For the Event: what was confirmed and, unless the text is another, all that is needed to take the save back."""
        told = review.confirm_changes(obj, request.before, request.signed, form.cleaned_data["looked_at"])
        return told if not change or "document" in form.changed_data else {**told, **changed_of(obj, request.was)}

    def record_save(self, request, obj, form, lists, change) -> None:
        super().record_save(request, obj, form, lists, change)
        if review.return_changed(obj, request.before, request.signed):
            told = _("It was accepted as it stood before, so it is a draft again: it has to be accepted as it stands now.")
            self.message_user(request, told, messages.WARNING)

    def save_formset(self, request, form, formset, change):
        """New speakers stand behind those that are there."""
        behind = max(form.instance.attributions.values_list("position", flat=True), default=-1)
        for one in formset.extra_forms:
            if one.has_changed() and one not in formset.deleted_forms:
                behind += 1
                one.instance.position = behind
        super().save_formset(request, form, formset, change)

    # Looking

    @admin.display(description=_("later capture"))
    def later_look(self, statement: Statement) -> str:
        sighting = Sighting.objects.filter(statement=statement).select_related("document", "statement").first()
        if sighting is None:
            return "–"
        where = link_to(sighting.document) if sighting.document_id != statement.document_id else ""
        seen = date_format(sighting.seen_at, "j F Y")
        return format_html("{} {} <p>{} {}</p>", sighted(sighting), where, _("last seen in the source on"), seen)

    @admin.display(description=_("words"))
    def words(self, statement: Statement) -> str:
        return str(statement)

    @admin.display(description=_("words"))
    def all_words(self, statement: Statement) -> str:
        return statement.with_mark(statement.text)

    @admin.display(description=_("source"))
    def source(self, statement: Statement) -> str:
        document = statement.document
        return ", ".join(
            filter(None, [document.title, self.outlet_name(statement), parse(document.published).words if document.published else ""])
        )

    @admin.display(description=_("speakers"))
    def speakers(self, statement: Statement) -> str:
        return "; ".join(f"{one}" if one.speaker_id else f"({one})" for one in statement.attributions.all())

    @admin.display(description=_("said on"), ordering="said_sort")
    def said(self, statement: Statement) -> str:
        return statement.said.words if statement.said else (_("no date can be found") if statement.undated else "")

    @admin.display(description=_("state"), ordering="status")
    def status_in_list(self, statement: Statement) -> str:
        overtaken = f" ({_('changed after acceptance')})" if statement.is_overtaken else ""
        return f"{statement.get_status_display()}{overtaken}"

    @admin.display(description=_("outlet"), ordering="document__article__outlet__name_key")
    def outlet_name(self, statement: Statement) -> str:
        return statement.document.outlet.name if statement.document.outlet else ""

    @admin.display(description=_("state"))
    def state(self, statement: Statement) -> str:
        done = [
            (_("drafted by"), statement.drafted_by or statement.method),
            (_("accepted by"), statement.accepted_by),
            (_("published by"), statement.published_by),
        ]
        told = ", ".join(f"{what} {who}" for what, who in done if who)
        withdrawn = f" ({statement.get_withdrawn_class_display()}: {statement.withdrawn_reason})" if statement.withdrawn_reason else ""
        said = format_html("<strong>{}</strong>{}{}", statement.get_status_display(), withdrawn, f" – {told}" if told else "")
        if statement.confirmed:
            said = format_html("{}<p>{} {}</p>", said, _("Checked and confirmed:"), " ".join(one["told"] for one in statement.confirmed))
        if not getattr(statement, "is_overtaken", False):
            return said
        return format_html('{}<p class="warning">{}</p>', said, _("Changed after acceptance: see its history before you publish it."))

    @admin.display(description=_("in the document"))
    def context(self, statement: Statement) -> str:
        shown = around(statement.document.text, (statement.start, statement.end), language=statement.language)
        notes = statement.document.source_notes
        said_later = format_html_join("", '<p class="warning">{}</p>', ((note.words,) for note in notes))
        return format_html("{}<p>{}</p>{}", shown, link_to(statement.document), said_later)

    @admin.display(description=_("date as read"))
    def date_as_read(self, statement: Statement) -> str:
        if not statement.said_on:
            return "–"
        return format_html(
            "{}{}{}", date_in_full(statement.said_on), f"; {statement.dated_by}" if statement.said_rule else "", self._disagrees(statement)
        )

    def _disagrees(self, statement: Statement) -> str:
        occasion = statement.occasion
        if not occasion or not occasion.held_on or occasion.held_on == statement.said_on:
            return ""
        return format_html('<p class="warning">{} {}.</p>', _("The occasion has another date:"), parse(occasion.held_on).words)

    @admin.display(description=_("how it is said, as read"))
    def held_as_read(self, statement: Statement) -> str:
        """What extraction took for a denial, a question or a supposition, and by which words."""
        drafted = Event.objects.filter(object_type="statement", object_id=statement.pk, verb=Verb.DRAFTED).first()
        read = drafted.detail if drafted else {}
        if not read.get("force"):
            return "–"
        words = format_html(", {} “{}”", _("by the words"), read["cue"]) if read.get("cue") else ""
        return format_html("{}{}", Force(read["force"]).label, words)

    @admin.display(description=_("sure"), ordering="confidence")
    def sure(self, statement: Statement) -> str:
        return "" if statement.confidence is None else f"{round(100 * statement.confidence)} %"

    @admin.display(description=_("speakers as read"))
    def maybe(self, statement: Statement) -> str:
        """How sure extraction was of them; where it was not sure enough to name anybody, who it may be."""
        if statement.confidence is None:
            return "–"
        sure = _("sure to %(share)d %%") % {"share": round(100 * statement.confidence)}
        if not statement.speakers_proposed:
            return sure
        return format_html("{} {} ({})", _("Not named: it may be"), statement.speakers_proposed, sure)

    @admin.display(description=_("words of others inside"))
    def others(self, statement: Statement) -> str:
        """What the speaker says that somebody else said: theirs, and the speaker's only to relay."""
        return rows_of(
            format_html(
                "{}: {}“{}”",
                ", ".join(who["name"] or who["role"] or "?" for who in one["speakers"]) or "?",
                f"[{mark}] " if (mark := Force(one.get("force", Force.ASSERTED)).mark) else "",
                one["text"],
            )
            for one in statement.relayed
        )

    @admin.display(description=_("occasion as read"))
    def as_read(self, statement: Statement) -> str:
        return ", ".join(filter(None, [statement.occasion_proposed, statement.place_proposed])) or "–"

    @admin.display(description=_("claims in these words"))
    def claims(self, statement: Statement) -> str:
        carried = statement.occurrences.select_related("claim")
        return rows_of(
            format_html(
                "{} <span class='state'>{}, {}, {}</span>",
                link_to(one, str(one.claim)),
                one.get_stance_display(),
                one.get_likeness_display(),
                one.get_status_display(),
            )
            for one in carried
        )
