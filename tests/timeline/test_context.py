"""What every page knows of its site."""

import pytest
from django.test import RequestFactory

from timeline.context import site

pytestmark = pytest.mark.once


@pytest.mark.parametrize(("path", "section"), [("/", ""), ("/claims/", "claims"), ("/chronology/2023/", "chronology")])
def test_name_in_its_parts_and_the_section(path, section, settings):
    settings.SITE_NAME = "The Old Record"

    known = site(RequestFactory().get(path))

    assert (known["site_name_parts"], known["section"], known["site_url"]) == (("The Old", "Record"), section, settings.SITE_URL)
