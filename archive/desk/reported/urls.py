from django.urls import path

from archive.desk.reported import views

urlpatterns = [
    path("reported/", views.reported, name="reported"),
    path("reported/<int:pk>/", views.settle, name="settle-report"),
    path("reported/<int:pk>/reopen/", views.reopen, name="reopen-report"),
]
