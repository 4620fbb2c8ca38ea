from django.urls import path, re_path

from archive.desk.claims import claim, claims

SLUG = r"(?P<slug>[-\w]{1,120})"  # in any script

urlpatterns = [
    path("claims/", claims.claims, name="claims"),
    re_path(rf"^claims/{SLUG}/$", claim.claim, name="claim"),
]
