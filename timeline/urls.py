"""The addresses of the site."""

from collections.abc import Callable
from functools import partial

from django.contrib.sitemaps import views as sitemap_views
from django.http import HttpResponse
from django.urls import URLResolver, include, path, re_path
from django.urls.resolvers import RoutePattern

from timeline.conditional import conditional
from timeline.dossiers import choosing
from timeline.embeds import oembed
from timeline.embeds import pages as embedded
from timeline.formats.table import FILES
from timeline.formats.view import take
from timeline.log import files as log
from timeline.record.citing import EXTENSIONS
from timeline.serving.throttling import always_dear, dear, dear_file
from timeline.sitemaps import SITEMAPS
from timeline.views import about, alike, beside, chronology, claims, crawlers, documents, names, occasions, report, statements, trimmed


class WhenAskedFor(URLResolver):
    """Addresses of a module that is imported when one of them is asked for, or named with its namespace. Django would import it to learn
    all names as soon as a page names any address; those with a namespace it looks up in the module itself."""

    def _populate(self) -> None:
        """Nothing: no name of these is looked up among those of the site."""


YEAR, MONTH, DAY = r"(?P<year>[0-9]{4})", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12][0-9]|3[01])"
SLUG = r"(?P<slug>[-\w]{1,120})"  # in any script; nothing else reaches the database
ID, EXTENSION = r"(?P<public_id>[-\w]{1,40})", rf"(?P<extension>{EXTENSIONS})"

FROM_TO = r"(?P<first>0|[1-9][0-9]{0,14})-(?P<end>[1-9][0-9]{0,14})"  # entries of a log
SIZE = r"(?P<size>0|[1-9][0-9]{0,14})"  # of a log

page = partial(conditional, daily=True)  # each tells on which day it was read, which stands below what is printed


def a_list(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that readers narrow and search."""
    return page(dear(view))


pages = [
    path("", page(chronology.home), name="home"),
    path("chronology/", a_list(chronology.whole), name="chronology"),
    path("new/", a_list(chronology.new), name="new"),
    path("chronology/undated/", a_list(chronology.undated), name="undated"),
    re_path(rf"^chronology/{YEAR}/$", a_list(chronology.period), name="year"),
    re_path(r"^chronology/(?P<first>[0-9]{4})-(?P<last>[0-9]{4})/$", a_list(chronology.span), name="span"),
    re_path(rf"^chronology/{YEAR}/{MONTH}/$", a_list(chronology.period), name="month"),
    re_path(rf"^chronology/{YEAR}/{MONTH}/{DAY}/$", a_list(chronology.period), name="day"),
    path("statements/<slug:public_id>/", page(statements.statement), name="statement"),
    re_path(rf"^statements/{ID}/cite\.{EXTENSION}$", page(statements.citation), name="citation"),
    path("claims/", a_list(claims.claims), name="claims"),
    re_path(rf"^claims/{SLUG}/$", a_list(claims.claim), name="claim"),
    re_path(rf"^claims/{SLUG}/over-time/$", page(claims.over_time), name="claim-over-time"),
    path("speakers/", a_list(names.speakers), name="speakers"),
    re_path(rf"^speakers/{SLUG}/$", a_list(names.speaker), name="speaker"),
    path("outlets/", a_list(names.outlets), name="outlets"),
    re_path(rf"^outlets/{SLUG}/$", a_list(names.outlet), name="outlet"),
    path("occasions/", a_list(occasions.occasions), name="occasions"),
    re_path(rf"^occasions/{ID}/$", a_list(occasions.occasion), name="occasion"),
    path("documents/<slug:public_id>/", page(documents.document), name="document"),
    path("corrections/", a_list(about.corrections), name="corrections"),
    path("search/", alike.alike_or(a_list(chronology.search)), name="search"),
    path("compare/", a_list(beside.compare), name="compare"),
    path("data/", page(about.data), name="data"),
    path("data/verify.py", conditional(log.program), name="verifier"),
    path("data/log/checkpoint", conditional(log.checkpoint), name="checkpoint"),
    path("data/log/key", conditional(log.key), name="log-key"),
    re_path(rf"^data/log/checkpoints/{SIZE}$", log.checkpoint_of, name="checkpoint-of"),
    re_path(rf"^data/log/entries/{FROM_TO}\.ndjson$", always_dear(log.entries), name="log-entries"),
    path("method/", page(about.method), name="method"),
    path("report/", report.report, name="report"),
    path("about/", page(about.about), name="about"),
    path("coverage/", page(about.coverage), name="coverage"),
    path("keys/", page(about.keys), name="keys"),
    re_path(rf"^embed/statements/{ID}/$", embedded.framable(page(embedded.statement)), name="embedded-statement"),
    re_path(rf"^embed/claims/{SLUG}/$", embedded.framable(page(embedded.claim)), name="embedded-claim"),
    path("dossier/", page(choosing.choose, also=("POST",)), name="dossier"),
    path("oembed", conditional(oembed.answer, daily=True), name="oembed"),
    path("robots.txt", conditional(crawlers.robots), name="robots"),
    path("sitemap.xml", conditional(crawlers.sitemap_index), name="sitemap"),
    path("sitemap-<section>.xml", conditional(sitemap_views.sitemap), {"sitemaps": SITEMAPS}, name="sitemap-of"),
    re_path(rf"^(?P<path>.+/)(?P<file>{FILES})$", page(dear_file(take)), name="taken"),
]
handler403 = "archive.desk.together.refusals.not_allowed"
handler404 = "timeline.views.missing.not_found"
handler500 = "timeline.views.broken.broken"
urlpatterns = [
    *pages,
    *trimmed.urlpatterns,
    path("alerts/", include("timeline.alerts.urls")),
    path("api/v1/", include("timeline.api.urls")),
    WhenAskedFor(RoutePattern("admin/"), "timeline.editors", app_name="admin", namespace="admin"),
    WhenAskedFor(RoutePattern("desk/"), "archive.desk.urls", app_name="desk", namespace="desk"),
]
