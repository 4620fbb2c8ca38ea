from django.urls import path

from archive.desk.pairs import answering, link, pair, queue

urlpatterns = [
    path("pairs/", queue.pairs, name="pairs"),
    path("pairs/claims/", answering.find_claims, name="find_claims"),
    path("pairs/<int:pk>/", pair.pair, name="pair"),
    path("pairs/<int:pk>/next/", pair.following, name="next_pair"),
    path("pairs/<int:pk>/translation/", pair.translation, name="translation"),
    path("answers/<int:pk>/undo/", answering.undo_answer, name="undo_answer"),
    path("link/", link.link, name="link"),
]
