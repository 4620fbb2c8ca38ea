from django.urls import URLPattern, path

from archive.desk.lists import act_views, views
from archive.desk.lists.bringing import views as bringing

urlpatterns: list[URLPattern] = [
    path("statements/", views.statements, name="statements"),
    path("statements/statements.csv", views.taken_out, name="statements-csv"),
    path("statements/act/", act_views.act, name="statements-act"),
    path("statements/sheet/", views.save_sheet, name="statements-sheet"),
    path("statements/text/", act_views.as_text, name="statements-text"),
    path("import/", bringing.sheets, name="import"),
    path("import/<int:pk>/", bringing.sheet, name="sheet"),
    path("import/<int:pk>/columns/", bringing.columns, name="sheet-columns"),
    path("import/<int:pk>/confirm/", bringing.confirm, name="sheet-confirm"),
    path("import/<int:pk>/do/", bringing.do, name="sheet-do"),
    path("import/<int:pk>/go-on/", bringing.go_on, name="sheet-go-on"),
]
