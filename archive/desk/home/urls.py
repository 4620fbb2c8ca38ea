from django.urls import path

from archive.desk.home import last_acts, views

urlpatterns = [
    path("", views.home, name="home"),
    path("undo/<int:pk>/", last_acts.undo, name="undo"),
]
