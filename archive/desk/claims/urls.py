from django.urls import path, re_path

from archive.desk.claims import claim, claims, regrouping

SLUG = r"(?P<slug>[-\w]{1,120})"  # in any script

urlpatterns = [
    path("claims/", claims.claims, name="claims"),
    re_path(rf"^claims/{SLUG}/$", claim.claim, name="claim"),
    re_path(rf"^claims/{SLUG}/merge/$", regrouping.merge, name="merge-claim"),
    re_path(rf"^claims/{SLUG}/split/$", regrouping.split, name="split-claim"),
]
