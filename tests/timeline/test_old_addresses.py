"""Old addresses lead to what is public, and tell of nothing else."""

import pytest

from archive.identity.merged_claims import merge_claims
from archive.identity.merged_speakers import merge_speakers
from archive.models import Redirect
from tests import factories as make
from timeline.old_addresses import is_ours, leads_to

pytestmark = pytest.mark.django_db
AT = "2024-07-01T12:00Z"


def asked(client, table: str, slug: str) -> list[int]:
    """The page, its JSON, and the lists that are narrowed to it."""
    name = table.removesuffix("s")
    addresses = [f"/{table}/{slug}/", f"/api/v1/{table}/{slug}/", f"/api/v1/statements/?{name}={slug}"]
    return [client.get(address).status_code for address in addresses]


@pytest.mark.parametrize("kept_is_public", [True, False])
def test_speaker_who_was_never_public_resolves_for_nobody(client, kept_is_public):
    keep, gone = make.make_speaker(slug="keep"), make.make_speaker(slug="gone")
    if kept_is_public:
        make.make_public_statement(speakers=[keep])
    make.make_accepted_statement(speakers=[gone])

    merge_speakers(keep, gone, by=make.the_chief(), reason="One person.")

    assert asked(client, "speakers", "gone") == [404, 404, 400]


def test_claim_that_was_never_public_resolves_for_nobody(client):
    keep, gone = make.make_claim(slug="keep"), make.make_claim(slug="gone")
    make.make_public_statement(claims=[keep])
    make.make_occurrence(make.make_accepted_statement(), gone)

    merge_claims(keep, gone, by=make.the_chief(), reason="One claim.")

    assert asked(client, "claims", "gone") == [404, 404, 400]


@pytest.mark.parametrize("table", ["speakers", "claims", "outlets"])
def test_no_address_leads_to_what_is_not_public(client, table):
    row = {"speakers": make.make_speaker, "claims": make.make_claim, "outlets": make.make_outlet}[table](slug="secret-slug")
    Redirect.objects.create(old_path=f"/{table}/old/", new_path=row.get_absolute_url(), reason="One.", at=AT)

    page = client.get(f"/{table}/old/")

    assert (page.status_code, page.headers.get("Location")) == (404, None)
    assert leads_to(f"/{table}/old/") is None


def test_address_leads_to_what_is_public_in_any_spelling_and_under_any_prefix():
    speaker = make.make_speaker("Ада Моро")
    make.make_public_statement(speakers=[speaker])
    for path in ("/speakers/old/", "/archive/speakers/old/"):
        Redirect.objects.create(old_path=path, new_path=path.replace("/speakers/old/", speaker.get_absolute_url()), reason="One.", at=AT)

    assert leads_to("/speakers/older/", "/speakers/old/") == speaker.get_absolute_url()
    assert leads_to("/archive/speakers/old/") == f"/archive{speaker.get_absolute_url()}"


@pytest.mark.postgres  # SQLite looks for NUL as for any other sign
def test_address_with_nul_leads_nowhere(client):
    refused = ["/claims/a%00b/", "/claims/a%00b/data.csv", "/%00/feed.atom"]
    nowhere = ["/oembed?url=/claims/%2500/", "/oembed?url=%00"]

    assert [client.get(address).status_code for address in [*refused, *nowhere]] == [400, 400, 400, 404, 404]


@pytest.mark.parametrize(
    ("host", "ours"), [("", True), ("SITE.example", True), ("also.example", True), ("elsewhere.example", False), ("site.example:81", False)]
)
def test_an_address_is_ours_under_each_name_of_the_site(settings, host, ours):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://site.example", ["also.example"]

    assert is_ours(host) == ours
