from django.urls import path

from archive.desk.account import steps, views

urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/password/", views.Password.as_view(), name="password"),
    path("account/sessions/end/", views.end_session, name="end-session"),
    path("account/sessions/end-others/", views.end_others, name="end-others"),
    path("account/second-step/", steps.set_up, name="second-step"),
    path("account/second-step/picture.svg", steps.picture, name="second-step-picture"),
    path("account/second-step/on-paper/", steps.on_paper, name="on-paper"),
    path("account/second-step/remove/", steps.remove, name="remove-second-step"),
    path("sign-in/code/", steps.code, name="code"),
]
