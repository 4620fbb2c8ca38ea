"""The addresses of the API, below /api/v1/."""

from django.urls import path, re_path

from timeline.api import alike, documented, log, schema, views
from timeline.api.answers import Nothing
from timeline.conditional import conditional

ID = r"(?P<public_id>[0-9a-z]{1,16})"
INDEX = r"(?P<index>0|[1-9][0-9]{0,14})"
SLUG = r"(?P<slug>[-\w]{1,120})"  # in any script; nothing else reaches the database

urlpatterns = [
    path("", views.Root.as_view(), name="api"),
    path("statements/", views.Statements.as_view(), name="api-statements"),
    re_path(rf"^statements/{ID}/$", views.OneStatement.as_view(), name="api-statement"),
    path("claims/", views.Claims.as_view(), name="api-claims"),
    re_path(rf"^claims/{SLUG}/$", views.OneClaim.as_view(), name="api-claim"),
    re_path(rf"^claims/{SLUG}/trail/$", views.Trail.as_view(), name="api-trail"),
    path("speakers/", views.Speakers.as_view(), name="api-speakers"),
    re_path(rf"^speakers/{SLUG}/$", views.OneSpeaker.as_view(), name="api-speaker"),
    path("outlets/", views.Outlets.as_view(), name="api-outlets"),
    re_path(rf"^outlets/{SLUG}/$", views.OneOutlet.as_view(), name="api-outlet"),
    path("documents/", views.Documents.as_view(), name="api-documents"),
    re_path(rf"^documents/{ID}/$", views.OneDocument.as_view(), name="api-document"),
    path("occasions/", views.Occasions.as_view(), name="api-occasions"),
    re_path(rf"^occasions/{ID}/$", views.OneOccasion.as_view(), name="api-occasion"),
    path("occurrences/", views.Occurrences.as_view(), name="api-occurrences"),
    path("corrections/", views.Corrections.as_view(), name="api-corrections"),
    path("log/", log.Log.as_view(), name="api-log"),
    re_path(rf"^log/entries/{INDEX}/$", log.Entry.as_view(), name="api-log-entry"),
    path("log/consistency/", log.Consistency.as_view(), name="api-log-consistency"),
    re_path(rf"^statements/{ID}/proof/$", log.Proof.as_view(), name="api-proof"),
    path("search/", alike.Alike.as_view(), name="api-search"),
    path("openapi.json", schema.OpenApi.as_view(), name="api-openapi"),
    path("docs/", conditional(documented.page), name="api-docs"),
    path("docs/try/", schema.Tried.as_view(), name="api-try"),
    re_path(r"^(?:.*/)?$", Nothing.as_view()),
]
