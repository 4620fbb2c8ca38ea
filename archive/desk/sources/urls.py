from django.urls import path

from archive.desk.sources import views

urlpatterns = [
    path("add/", views.add, name="add"),
    path("add/all/", views.look_at_all, name="brought-list"),
    path("add/<str:public_id>/", views.look, name="brought"),
    path("add/<str:public_id>/leave-out/", views.leave_out, name="leave-out"),
]
