from django.urls import path

from archive.desk.home import views

urlpatterns = [path("", views.home, name="home")]
