"""The static files that the sites of the tests serve: looked for once, where each client of each test would look for them anew."""

import pytest
from whitenoise.base import WhiteNoise

FOUND: dict[tuple[str, str], dict] = {}  # by folder and address: 500 files, 60 ms of a client's first request
look_for = WhiteNoise.update_files_dictionary


def look_once(site: WhiteNoise, folder: str, address: str) -> None:
    if (folder, address) not in FOUND:
        others, site.files = site.files, {}
        look_for(site, folder, address)
        FOUND[folder, address], site.files = site.files, others
    site.files |= FOUND[folder, address]


@pytest.fixture(scope="session", autouse=True)
def _looks_for_static_files_once():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoise, "update_files_dictionary", look_once)
        yield
