"""`manage.py recheck`: what is asked for must be there."""

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("options", "sentence"),
    [({"outlet": "nobody"}, "No outlet has the address"), ({"days": -1}, "--days is 0 or more"), ({"limit": 0}, "--limit 1 or more")],
)
def test_bad_option_is_refused_in_a_line(options, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("recheck", **options)


def test_site_that_does_not_fetch_says_so(settings):
    settings.FETCHING = False

    with pytest.raises(CommandError, match="This site does not fetch pages"):
        call_command("recheck")
