from django.urls import URLPattern, path

from archive.desk.lists import act_views, views

urlpatterns: list[URLPattern] = [
    path("statements/", views.statements, name="statements"),
    path("statements/statements.csv", views.taken_out, name="statements-csv"),
    path("statements/act/", act_views.act, name="statements-act"),
    path("statements/sheet/", views.save_sheet, name="statements-sheet"),
    path("statements/text/", act_views.as_text, name="statements-text"),
]
