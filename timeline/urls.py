"""The addresses of the site."""

from django.urls import URLResolver, include, path, re_path
from django.urls.resolvers import RoutePattern

from timeline import views
from timeline.conditional import conditional
from timeline.record.citing import EXTENSIONS


class WhenAskedFor(URLResolver):
    """Addresses of a module that is imported when one of them is asked for, or named with its namespace. Django would import it to learn
    all names as soon as a page names any address; those with a namespace it looks up in the module itself."""

    def _populate(self) -> None:
        """Nothing: no name of these is looked up among those of the site."""


YEAR, MONTH, DAY = r"(?P<year>[0-9]{4})", r"(?P<month>0[1-9]|1[0-2])", r"(?P<day>0[1-9]|[12][0-9]|3[01])"
SLUG = r"(?P<slug>[-\w]{1,120})"  # in any script; nothing else reaches the database
ID, EXTENSION = r"(?P<public_id>[-\w]{1,40})", rf"(?P<extension>{EXTENSIONS})"

pages = [
    path("", conditional(views.home), name="home"),
    path("chronology/", conditional(views.whole), name="chronology"),
    path("chronology/undated/", conditional(views.undated), name="undated"),
    re_path(rf"^chronology/{YEAR}/$", conditional(views.period), name="year"),
    re_path(r"^chronology/(?P<first>[0-9]{4})-(?P<last>[0-9]{4})/$", conditional(views.span), name="span"),
    re_path(rf"^chronology/{YEAR}/{MONTH}/$", conditional(views.period), name="month"),
    re_path(rf"^chronology/{YEAR}/{MONTH}/{DAY}/$", conditional(views.period), name="day"),
    path("statements/<slug:public_id>/", conditional(views.statement, daily=True), name="statement"),
    re_path(rf"^statements/{ID}/cite\.{EXTENSION}$", conditional(views.citation, daily=True), name="citation"),
    path("claims/", conditional(views.claims), name="claims"),
    re_path(rf"^claims/{SLUG}/$", conditional(views.claim), name="claim"),
    path("speakers/", conditional(views.speakers), name="speakers"),
    re_path(rf"^speakers/{SLUG}/$", conditional(views.speaker), name="speaker"),
    path("outlets/", conditional(views.outlets), name="outlets"),
    re_path(rf"^outlets/{SLUG}/$", conditional(views.outlet), name="outlet"),
    path("documents/<slug:public_id>/", conditional(views.document), name="document"),
    path("corrections/", conditional(views.corrections), name="corrections"),
    path("search/", conditional(views.search), name="search"),
    path("data/", conditional(views.data), name="data"),
    path("method/", conditional(views.method), name="method"),
]
handler403 = "archive.desk.together.refusals.not_allowed"
handler404 = "timeline.views.not_found"
urlpatterns = [
    *pages,
    path("api/v1/", include("timeline.api.urls")),
    WhenAskedFor(RoutePattern("admin/"), "timeline.editors", app_name="admin", namespace="admin"),
    WhenAskedFor(RoutePattern("desk/"), "archive.desk.urls", app_name="desk", namespace="desk"),
]
