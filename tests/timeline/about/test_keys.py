"""The page of keys tells those that the script answers, and no others."""

import re

from django.conf import settings

from timeline.about.keys import KEYS


def test_the_page_tells_the_keys_that_work():
    script = (settings.BASE_DIR / "timeline" / "static" / "timeline" / "js" / "keys.js").read_text()
    acts = re.search(r"const ACTS = \{ (.*) \};", script)[1]

    assert re.findall(r'(?:^|, )"?([^\s":]+)"?:', acts) == [one.key for one in KEYS]
