from django.urls import path

from archive.desk.pairs import answering, link, occasions, pair, queue, together

urlpatterns = [
    path("pairs/", queue.pairs, name="pairs"),
    path("pairs/claims/", answering.find_claims, name="find-claims"),
    path("pairs/<int:pk>/", pair.pair, name="pair"),
    path("pairs/<int:pk>/next/", pair.following, name="next-pair"),
    path("pairs/<int:pk>/translation/", pair.translation, name="translation"),
    path("pairs/<int:pk>/different/", together.all_different, name="all-different"),
    path("occasions/", occasions.occasions, name="one-occasions"),
    path("occasions/<int:pk>/", occasions.one_occasion, name="one-occasion"),
    path("occasions/<int:pk>/next/", occasions.next_occasion, name="next-occasion"),
    path("occasions/<int:pk>/undo/", occasions.undo_occasion, name="undo-occasion"),
    path("occasions/<int:pk>/carry-out/", occasions.carry_out, name="carry-out-occasion"),
    path("link/", link.link, name="link"),
]
