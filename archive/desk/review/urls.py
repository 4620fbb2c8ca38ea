from django.urls import path

from archive.desk.review import views

urlpatterns = [
    path("documents/<slug:public_id>/", views.document, name="document"),
    path("documents/<slug:public_id>/read-date/", views.read_date, name="read-date"),
    path("cards/<slug:public_id>/", views.judge, name="judge"),
    path("cards/<slug:public_id>/speakers/<int:place>/", views.speaker_suggest, name="speaker-suggest"),
]
