from django.urls import path

from archive.desk.together import kept, sign_in, views

urlpatterns = [
    path("documents/<slug:public_id>/hold/", views.hold, name="hold"),
    path("documents/<slug:public_id>/take-over/", views.take_over, name="take-over"),
    path("documents/<slug:public_id>/give/", views.give, name="give"),
    path("documents/<slug:public_id>/take-away/", views.take_away, name="take-away"),
    path("remarks/<int:number>/", views.remark_done, name="remark-done"),
    path("remarks/<slug:table>/<int:number>/", views.add_remark, name="remark"),
    path("typed/", kept.typed, name="typed"),
    path("typed/keep/", kept.keep, name="keep"),
    path("typed/forget/", kept.forget, name="forget"),
    path("sign-in/", sign_in.SignIn.as_view(), name="sign-in"),
    path("signed-in/", sign_in.signed_in, name="signed-in"),
    path("sign-out/", sign_in.SignOut.as_view(), name="sign-out"),
]
