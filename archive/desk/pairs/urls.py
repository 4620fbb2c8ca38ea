from django.urls import path

from archive.desk.pairs import pair, queue

urlpatterns = [
    path("pairs/", queue.pairs, name="pairs"),
    path("pairs/claims/", pair.find_claims, name="find_claims"),
    path("pairs/<int:pk>/", pair.pair, name="pair"),
    path("pairs/<int:pk>/next/", pair.following, name="next_pair"),
    path("pairs/<int:pk>/translation/", pair.translation, name="translation"),
    path("pairs/<int:pair>/undo/<int:pk>/", pair.undo_answer, name="undo_answer"),
]
