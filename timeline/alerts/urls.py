"""Addresses of alerts. None is kept: they hold forms, and some a reader's own."""

from django.urls import path, re_path

from archive.alerts.signing import LETTERS
from timeline.alerts import views

app_name = "alerts"
TOKEN = rf"(?P<token>{LETTERS})"
urlpatterns = [
    path("", views.about, name="about"),
    path("new/", views.new, name="new"),
    re_path(rf"^confirm/{TOKEN}/$", views.confirm, name="confirm"),
    re_path(rf"^change/{TOKEN}/$", views.change, name="change"),
    re_path(rf"^end/{TOKEN}/$", views.end, name="end"),
]
