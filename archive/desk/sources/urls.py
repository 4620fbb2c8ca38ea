from django.urls import path

from archive.desk.sources import documents, questions, views

urlpatterns = [
    path("add/", views.add, name="add"),
    path("add/all/", views.look_at_all, name="brought-list"),
    path("add/<slug:public_id>/", views.look, name="brought"),
    path("add/<slug:public_id>/leave-out/", views.leave_out, name="leave-out"),
    path("copies/", questions.copies, name="copies"),
    path("copies/<int:pk>/", questions.answer_copy, name="answer-copy"),
    path("notices/", questions.notices, name="notices"),
    path("notices/<int:pk>/", questions.answer_notice, name="answer-notice"),
    path("documents/", documents.documents, name="documents"),
    path("documents/<slug:public_id>/source/", documents.source, name="source"),
    path("documents/<slug:public_id>/remove/", documents.remove, name="remove-document"),
]
