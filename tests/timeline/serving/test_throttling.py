"""One network asks so often within an hour and a day, from however many addresses; nobody else is counted with it."""

from datetime import UTC, datetime, timedelta

from timeline.serving.throttling import DAY, HOUR, may_ask, network_of

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
    assert network_of(rf.get("/", REMOTE_ADDR="", HTTP_X_FORWARDED_FOR="junk")) == ""
