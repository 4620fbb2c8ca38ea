from django.urls import URLPattern, path

from archive.desk.lists import views

urlpatterns: list[URLPattern] = [
    path("statements/", views.statements, name="statements"),
    path("statements/statements.csv", views.taken_out, name="statements-csv"),
]
