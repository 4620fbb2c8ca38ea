"""The addresses of the editors' side, read when the first of them is asked for: readers and programs need nothing of what it imports."""

from django.contrib import admin

urlpatterns = admin.site.get_urls()
