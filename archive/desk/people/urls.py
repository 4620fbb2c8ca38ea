from django.urls import path, re_path

from archive.desk.people import merging, pairs, speaker, speakers

SLUG = r"(?P<slug>[-\w]{1,120})"  # in any script

urlpatterns = [
    path("speakers/", speakers.speakers, name="speakers"),
    path("speakers/may-be-one/", pairs.may_be_one, name="may-be-one"),
    path("speakers/may-be-one/<int:pk>/", pairs.answer, name="answer-speaker-pair"),
    re_path(rf"^speakers/{SLUG}/$", speaker.speaker, name="speaker"),
    re_path(rf"^speakers/{SLUG}/merge/$", merging.merge, name="merge-speaker"),
    re_path(rf"^speakers/{SLUG}/separate/$", merging.separate, name="separate-speaker"),
]
