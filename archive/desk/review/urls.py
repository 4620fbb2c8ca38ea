from django.urls import path

from archive.desk.review import claim_views, sheet_views, views

urlpatterns = [
    path("documents/<slug:public_id>/", views.document, name="document"),
    path("documents/<slug:public_id>/read-date/", views.read_date, name="read-date"),
    path("documents/<slug:public_id>/enter/", sheet_views.enter, name="enter"),
    path("documents/<slug:public_id>/marked/", sheet_views.change_all, name="change-all"),
    path("documents/<slug:public_id>/undo/", sheet_views.take_back, name="take-back"),
    path("cards/<slug:public_id>/", views.judge, name="judge"),
    path("cards/<slug:public_id>/claims/", claim_views.links, name="links"),
    path("cards/<slug:public_id>/speakers/<int:place>/", views.speaker_suggest, name="speaker-suggest"),
]
