"""Articles: which outlet published them, and where."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Left, NullIf
from django.utils.translation import gettext_lazy as _

from archive.admin.correcting import CorrectingAdmin
from archive.admin.links import link_to, rows_of
from archive.admin.record import RecordAdmin
from archive.models import Article, Document


@admin.register(Article)
class ArticleAdmin(CorrectingAdmin, RecordAdmin):
    list_display = ["heading", "outlet", "kind", "url"]
    list_filter = ["kind"]
    list_select_related = ["outlet"]
    ordering = ["-id"]
    search_fields = ["url", "outlet__name_key", "documents__title", "=documents__public_id"]
    autocomplete_fields = ["outlet"]
    fields = ["outlet", "url", "copy_url", "kind", "documents_of_it"]
    shown_only = ("documents_of_it",)

    def get_queryset(self, request):
        newest = Document.objects.filter(article=OuterRef("pk")).order_by("-id")
        opening = newest.annotate(opening=Coalesce(NullIf("title", Value("")), Left("text", 60))).values("opening")[:1]
        return super().get_queryset(request).annotate(heading=Subquery(opening))

    @admin.display(description=_("article"))
    def heading(self, article: Article) -> str:
        return article.heading or article.url or f"{_('article')} {article.pk}"

    @admin.display(description=_("documents"))
    def documents_of_it(self, article: Article) -> str:
        return rows_of([link_to(document) for document in article.documents.defer("raw")])
