"""One network asks so often within an hour and a day, from however many addresses; nobody else is counted with it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import make_user
from timeline.serving.counts import counted_in_file
from timeline.serving.throttling import DAY, DEAR, HOUR, MINUTE, address_of_network, may_ask, network_of, refused_for_now

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def test_a_network_may_ask_again_in_the_next_hour_until_its_day_is_full(rf):
    most = {HOUR: 2, DAY: 3}

    def ask(network: str, at: datetime = NOON, what: str = "alerts") -> bool:
        return may_ask(rf.get("/", HTTP_X_FORWARDED_FOR=f"spoofed, {network}"), what, most, at)

    assert [ask("2a00:1:2:3::1"), ask("2a00:1:2:3:ffff::7"), ask("2a00:1:2:3::9"), ask("2a00:1:2:4::1")] == [True, True, False, True]
    assert ask("2a00:1:2:3::1", what="report")
    later = NOON + timedelta(hours=1)
    assert [ask("2a00:1:2:4::1", later), ask("2a00:1:2:4::1", later), ask("2a00:1:2:4::1", later + timedelta(days=1))] == [True, True, True]
    assert not ask("2a00:1:2:3::1", later)


def test_a_network_is_told_by_the_proxy_of_this_machine_alone(rf):
    told = {"REMOTE_ADDR": "93.184.216.34", "HTTP_X_FORWARDED_FOR": "10.0.0.1"}
    assert network_of(rf.get("/", **told)) == "93.184.216.34"  # whoever comes by himself says what he likes
    assert network_of(rf.get("/", REMOTE_ADDR="")) == ""


@pytest.mark.parametrize(("told", "network"), [
    ("::ffff:198.51.100.9", "198.51.100.9"),
    ("198.51.100.9:4711", "198.51.100.9"),
    ("[2a00:1:2:3::1]:443", "2a00:1:2:3::/64"),
    ("[2a00:1:2:3::1]", "2a00:1:2:3::/64"),
    ("fe80::1%eth0", "fe80::/64"),
    ("::198.51.100.9", "::/64"),
    ("junk", "unreadable"),
    ("1:2", "unreadable"),
])  # fmt: skip
def test_network_is_read_as_proxies_write_it_and_none_of_it_is_the_machine_itself(rf, monkeypatch, time_machine, told, network):
    time_machine.move_to(NOON, tick=False)
    monkeypatch.setitem(DEAR, MINUTE, 1)
    requests = [rf.get("/search/?q=tolls", HTTP_X_FORWARDED_FOR=told, REMOTE_ADDR=at) for at in ("127.0.0.1", "::ffff:127.0.0.1", "::1")]

    assert {network_of(one) for one in requests} == {network}
    assert [refused_for_now(one) is None for one in requests] == [True, False, False]


def test_who_sits_at_the_machine_itself_is_not_counted(rf, monkeypatch):
    monkeypatch.setitem(DEAR, MINUTE, 1)

    for here in ("127.0.0.1", "::1", "::ffff:127.0.0.1", ""):
        assert {refused_for_now(rf.get("/search/?q=tolls", REMOTE_ADDR=here)) for _ in range(3)} == {None}


def test_networks_at_the_door_are_told_apart_where_they_are_written_as_ipv6(rf):
    written = ("::ffff:198.51.100.9", "::ffff:198.51.100.10", "2a00:1:2:3::9", "junk")

    assert [address_of_network(rf.get("/", HTTP_X_FORWARDED_FOR=one)) for one in written] == [
        "198.51.100.9", "198.51.100.10", "2a00:1:2:3::", None,
    ]  # fmt: skip


def ask(client, address: str, network: str = "203.0.113.7", **headers):
    return client.get(address, headers={"x-forwarded-for": network, **headers})


@pytest.mark.django_db
def test_who_looks_for_much_is_told_to_wait_in_words_and_nobody_else_is(client, time_machine):
    time_machine.move_to(NOON + timedelta(seconds=20), tick=False)
    statuses = [ask(client, f"/search/?q=tolls+{number}").status_code for number in range(62)]

    refused = ask(client, "/chronology/?q=bridge&kind=direct")
    assert statuses == [200] * 60 + [429] * 2
    assert (refused.status_code, refused["Retry-After"], refused["Cache-Control"]) == (429, "40", "no-store")
    assert "Ask again in 40 seconds." in refused.text
    assert 'href="/data/"' in refused.text
    assert [ask(client, address).status_code for address in ("/", "/chronology/", "/chronology/?kind=direct", "/data/")] == [200] * 4
    assert ask(client, "/search/?q=tolls", network="203.0.113.8").status_code == 200
    assert client.get("/search/?q=tolls").status_code == 200  # at the machine itself
    time_machine.move_to(NOON + timedelta(seconds=60), tick=False)
    assert ask(client, "/search/?q=tolls").status_code == 200


@pytest.mark.django_db
def test_programs_are_told_the_same_as_a_problem(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    answers = [ask(client, f"/api/v1/statements/?q=tolls+{number}") for number in range(61)]

    assert [one.status_code for one in answers] == [200] * 60 + [429]
    assert answers[-1]["Content-Type"] == "application/problem+json"
    assert answers[-1]["Access-Control-Allow-Origin"] == "*"
    assert "http://testserver/data/" in answers[-1].json()["detail"]
    assert ask(client, "/api/v1/statements/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(("asked", "status"), [
    ("/search/?q=tolls+{}", 200),
    ("/chronology/?said_from=19{}-01-01&order=-said&dates=overlap", 200),
    ("/chronology/?said_to=19{}-01-01", 200),
    ("/api/v1/statements/?said_from=19{}-01-01", 200),
    ("/compare/?a=a{}&b=b", 404),
    ("/data/log/entries/0-{}.ndjson", 404),
])  # fmt: skip
def test_whatever_anybody_types_is_counted(client, monkeypatch, time_machine, asked, status):
    time_machine.move_to(NOON, tick=False)
    monkeypatch.setitem(DEAR, MINUTE, 2)
    answers = [ask(client, asked.format(number)) for number in (10, 11, 12)]

    assert [one.status_code for one in answers] == [status, status, 429]
    assert answers[-1]["Retry-After"] == "60"
    assert "/data/" in answers[-1].text


@pytest.mark.django_db
def test_who_has_the_page_is_never_refused(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    etags = {address: ask(client, address)["ETag"] for address in ("/search/?q=tolls", "/api/v1/statements/?q=tolls")}

    statuses = {ask(client, address, **{"if-none-match": etag}).status_code for address, etag in etags.items() for _ in range(70)}

    assert statuses == {304}
    assert ask(client, "/search/?q=bridge").status_code == 200


@pytest.mark.django_db
def test_page_that_is_kept_is_never_refused(client, settings, tmp_path, time_machine):
    settings.CACHES = settings.CACHES | {"pages": {"BACKEND": "timeline.keeping.files.Files", "LOCATION": tmp_path}}
    time_machine.move_to(NOON, tick=False)

    assert {ask(client, "/search/?q=tolls").status_code for _ in range(70)} == {200}


@pytest.mark.django_db
def test_files_are_begun_so_often_an_hour_and_their_parts_are_dear_answers(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    begun = [ask(client, f"/chronology/data.csv?said_from=19{number}").status_code for number in range(10, 41)]

    assert begun == [200] * 30 + [429]
    assert ask(client, "/chronology/dossier.html")["Content-Type"] == "application/problem+json"
    assert ask(client, "/chronology/feed.atom").status_code == 200
    assert ask(client, "/chronology/data.csv?cursor=x").status_code == 400  # not refused for asking


@pytest.mark.django_db
def test_who_is_signed_in_may_ask_more_and_is_counted_as_a_person(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    client.force_login(make_user("viewer"))
    client.get("/api/v1/", headers={"x-forwarded-for": "203.0.113.7"})

    statuses = [ask(client, f"/search/?q=a{number}", network=f"203.0.113.{number % 9}").status_code for number in range(301)]

    assert (statuses[:300].count(200), statuses[300]) == (300, 429)


@pytest.mark.full
@pytest.mark.django_db
def test_19000_requests_from_one_address_get_sixty_answers_a_minute(client, time_machine):
    time_machine.move_to(NOON, tick=False)
    statuses = [ask(client, f"/api/v1/statements/?q=word{number}").status_code for number in range(19_000)]

    assert (statuses.count(200), statuses.count(429)) == (60, 18_940)


def test_many_writers_at_once_lose_no_count(tmp_path):
    with ThreadPoolExecutor(16) as many:
        counts = list(many.map(lambda _: counted_in_file(tmp_path / "a" / "dear", "0123456789abcdef", 7), range(400)))

    assert sorted(counts) == list(range(1, 401))
    assert (counted_in_file(tmp_path / "a" / "dear", "fedcba9876543210", 7), counted_in_file(tmp_path / "a" / "dear", "0" * 16, 8)) == (
        1,
        1,
    )
    assert (tmp_path / "a" / "dear").stat().st_size <= 140_000


def test_where_nothing_can_be_written_nobody_is_refused(tmp_path):
    (tmp_path / "counts").touch()

    assert [counted_in_file(tmp_path / "counts" / "dear", "0" * 16, 7) for _ in range(3)] == [1, 1, 1]


def test_proxy_on_another_machine_is_believed_where_it_is_named(rf, settings):
    request = rf.get("/", REMOTE_ADDR="192.0.2.9", HTTP_X_FORWARDED_FOR="10.0.0.1, 203.0.113.7")
    assert network_of(request) == "192.0.2.9"

    settings.FORWARDED_ALLOW_IPS = ["192.0.2.9"]
    assert network_of(request) == "203.0.113.7"
