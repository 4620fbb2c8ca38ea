"""Articles: which outlet published them, and where."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Left, NullIf
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive import publication
from archive.acts import Signature
from archive.admin.base.act import Act
from archive.admin.base.correcting import CorrectingAdmin
from archive.admin.base.links import link_to, rows_of
from archive.admin.base.record import RecordAdmin
from archive.admin.base.removing import removing
from archive.capture.pages import our_visitor
from archive.errors import Refused
from archive.models import Article, Document, User
from archive.tasks import recheck_article

MOST_LOOKS = 10


def look_again(article: Article, *, by: User) -> str:
    """Sends for the article's page; the worker does the rest. Refuses where nothing is fetched."""
    our_visitor()
    if not article.is_public:
        raise Refused(gettext("Only a public article is looked up again. Capture it anew by its address."))
    recheck_article.enqueue(article.pk, by.pk)
    return gettext("The worker fetches it next. What it finds stands here in a moment.")


@admin.register(Article)
class ArticleAdmin(CorrectingAdmin, RecordAdmin):
    list_display = ["heading", "outlet", "kind", "url"]
    list_filter = ["kind"]
    list_select_related = ["outlet"]
    ordering = ["-id"]
    search_fields = ["url", "outlet__name_key", "documents__title", "=documents__public_id"]
    autocomplete_fields = ["outlet"]
    fields = ["outlet", "url", "copy_url", "kind", "documents_of_it", "later_looks"]
    shown_only = ("documents_of_it", "later_looks")
    acts = (
        Act("recheck", _("Look again"), _("sent for"), "add_document", look_again, is_wanted=lambda article: bool(article.url)),
        removing(Article),
    )  # fmt: skip

    def get_queryset(self, request):
        newest = Document.objects.filter(article=OuterRef("pk")).order_by("-id")
        opening = newest.annotate(opening=Coalesce(NullIf("title", Value("")), Left("text", 60))).values("opening")[:1]
        return super().get_queryset(request).annotate(heading=Subquery(opening))

    def save_model(self, request, obj, form, change):
        with publication.sources_told(obj, Signature(request.user, timezone.now())):
            super().save_model(request, obj, form, change)

    @admin.display(description=_("article"))
    def heading(self, article: Article) -> str:
        return article.heading or article.url or f"{_('article')} {article.pk}"

    def name_in_list(self, article: Article) -> str:
        return self.heading(article)

    @admin.display(description=_("documents"))
    def documents_of_it(self, article: Article) -> str:
        return rows_of([link_to(document) for document in article.documents.defer("raw")])

    @admin.display(description=_("later looks"))
    def later_looks(self, article: Article) -> str:
        looks = article.checks.select_related("document", "by")[:MOST_LOOKS]
        return rows_of(
            format_html(
                "{} <span class='state'>{}</span> {} {}",
                look,
                look.on_whose_word,
                look.words,
                link_to(look.document) if look.document else "",
            )
            for look in looks
        )
