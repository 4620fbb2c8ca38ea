from django.urls import path

from archive.desk.publishing import changes, documents, links

urlpatterns = [
    path("publish/", documents.waiting, name="publish"),
    path("publish/links/", links.waiting, name="publish-links"),
    path("publish/changes/", changes.first, name="changes"),
    path("publish/changes/<int:pk>/", changes.change, name="change"),
    path("publish/<slug:public_id>/", documents.document, name="publish-document"),
]
