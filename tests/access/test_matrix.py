"""Every address of the site × everybody × every method: who comes in, who is kept out, and that who is kept out changes nothing."""

from zlib import crc32

import pytest

from tests.access.addresses import (
    ADMIN,
    ANYBODY,
    DESK,
    DOOR,
    FORMS,
    METHODS,
    OF_THE_API,
    PAGES,
    Address,
    names,
)
from tests.access.people import asked, browser_of
from tests.archive.desk.test_every_page import ADDRESSES as OF_THE_DESK
from tests.archive.desk.test_every_page import OF_EVERYBODY, OF_ONESELF

pytestmark = pytest.mark.django_db
KNOWN = ("GET", "HEAD", "POST")
UNUSED = ("OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW")
LEADS_NOWHERE = {"^(?:.*/)?$", "admin:(?P<url>.*)$", "metrics"}  # what is not there; figures, told to this machine alone
OF_ONE_PERSON = {"desk:brought", "admin:archive_suggestion_undo"}  # of who brought the text; of a pair that was answered
OF_THE_CODE = {"desk:second-step", "desk:second-step-picture"}  # lead on, and make nothing, for who has a second step
IN_TURN = 24  # one of so many in each run, the whole with --full


def expected(address: Address, who: str, method: str) -> set[str]:
    """Of who may come in somewhere it is asked that something be there; of who may not, that he be told no more than that."""
    if method not in METHODS[address.kind]:
        return {"method"}
    if address.kind == DOOR:
        return {"in", "door", "code", "method"}
    return comes_in(address, method) if who in address.who else kept_out(address, who)


def comes_in(address: Address, method: str) -> set[str]:
    if address.name in LEADS_NOWHERE:
        return {"nothing", "in"} if method == "OPTIONS" else {"nothing"}
    if method == "POST":
        return {"in", "method", "no", "nothing"}
    return {"in", "method", "nothing"} if address.name in OF_ONE_PERSON else {"in", "method"}


def kept_out(address: Address, who: str) -> set[str]:
    if who == "owes a code":
        return {"in", "nothing", "method"} if address.name in OF_THE_CODE else {"code", "method"}
    if who == "nobody":
        return {"door", "method"}
    return {"door"} if address.kind == ADMIN and who == "without a role" else {"no", "nothing", "method"}


def wrong(everywhere: list[Address], who: str, methods: tuple[str, ...], share: int = 1) -> list[str]:
    client, found = browser_of(who), []
    for address in everywhere:
        for method in methods:
            if crc32(f"{address.name} {who} {method}".encode()) % share:
                continue
            outcome = asked(client, method, address)
            is_kept_out = who not in address.who or method not in METHODS[address.kind]
            if outcome.how not in expected(address, who, method) or (is_kept_out and outcome.written):
                found.append(f"{method} {address.path} ({address.name}): {outcome.how} {sorted(outcome.written)}")
    return found


def test_every_address_is_of_one_kind():
    public = {*PAGES, *FORMS, *OF_THE_API}
    desk = {f"desk:{name}" for name in (*OF_THE_DESK, *OF_EVERYBODY, *OF_ONESELF)}
    there = names()

    assert {name for name in there if not name.startswith("admin:")} == public | desk
    assert len(public) == len(PAGES) + len(FORMS) + len(OF_THE_API)


def test_every_address_is_asked(everywhere):
    assert names() - {address.name for address in everywhere} == set()
    assert [address for address in everywhere if "<" in address.path or "(?" in address.path] == []


@pytest.mark.parametrize("who", sorted(ANYBODY))
def test_everybody_comes_in_where_they_belong_and_nowhere_else(everywhere, who):
    assert wrong(everywhere, who, KNOWN, IN_TURN) == []


@pytest.mark.full
@pytest.mark.parametrize("who", sorted(ANYBODY))
def test_everybody_everywhere(everywhere, who):
    assert wrong(everywhere, who, KNOWN) == []


@pytest.mark.parametrize(("who", "share"), [("nobody", 5), ("superuser", IN_TURN)])
def test_methods_that_nobody_uses_do_nothing_anywhere(everywhere, who, share):
    assert wrong(everywhere, who, UNUSED, share) == []


@pytest.mark.full
def test_no_method_that_nobody_uses_does_anything_anywhere(everywhere):
    assert wrong(everywhere, "nobody", UNUSED) == []


def test_form_of_another_site_does_nothing_anywhere(everywhere):
    """Sent by the browser of who may do everything, without the token of the page that it should come from."""
    client, sent = browser_of("superuser", strict=True), {}
    for address in everywhere:
        if address.kind in (DESK, ADMIN, DOOR) and not crc32(address.name.encode()) % 4:
            sent[address.path] = asked(client, "POST", address)

    assert {path: outcome for path, outcome in sent.items() if outcome.how not in ("no", "method") or outcome.written} == {}
