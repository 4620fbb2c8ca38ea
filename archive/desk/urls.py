"""The addresses of the desk, under `desk:` and /desk/. Each room names its own."""

from archive.desk import shell
from archive.desk.account.urls import urlpatterns as account
from archive.desk.claims.urls import urlpatterns as claims
from archive.desk.home.urls import urlpatterns as home
from archive.desk.lists.urls import urlpatterns as lists
from archive.desk.pairs.urls import urlpatterns as pairs
from archive.desk.people.urls import urlpatterns as people
from archive.desk.publishing.urls import urlpatterns as publishing
from archive.desk.reported.urls import urlpatterns as reported
from archive.desk.review.urls import urlpatterns as review
from archive.desk.sources.urls import urlpatterns as sources
from archive.desk.together.urls import urlpatterns as together

urlpatterns = [*home, *sources, *review, *publishing, *pairs, *lists, *people, *claims, *together, *reported, *account, *shell.urlpatterns]
