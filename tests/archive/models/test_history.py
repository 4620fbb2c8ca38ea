"""What a query of versions reads."""

import pytest
from django.db.models.signals import post_init

from archive import publication
from archive.models import Revision
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_last_versions_are_read_without_those_before():
    """A version has all words of its row: of a document a hundred of them would be read for one."""
    first, second = (make.make_public_statement() for _ in range(2))
    for locator in ("p. 3", "p. 4"):
        publication.correct(first, by=make.the_chief(), changes={"locator": locator}, revision_class="correction", reason="It was missing.")
    read = []

    def note(instance, **_kwargs):
        read.append((instance.object_id, instance.version))

    post_init.connect(note, sender=Revision)
    try:
        latest = Revision.objects.latest_of([first, second])
    finally:
        post_init.disconnect(note, sender=Revision)

    assert {key: one.version for key, one in latest.items()} == {("statement", first.pk): 3, ("statement", second.pk): 1}
    assert sorted(read) == sorted([(first.pk, 3), (second.pk, 1)])
