"""Every address of the desk: who comes in, what it costs however much waits, and how it looks. An address that stands in no line here
fails the first test."""

from dataclasses import dataclass

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from django.utils import timezone

from archive.desk.urls import urlpatterns
from archive.roles import ROLES
from archive.signing_in.middleware import NOTED_EVERY
from archive.statistics import gather
from tests import factories as make
from tests.archive.desk.pile import Pile
from tests.archive.errors import failing_disks

INITIALS = dict(zip("VERPA", ROLES, strict=True))  # viewer, editor, reviewer, publisher, administrator of people
AT_WORK, READ, LINK = "VERP", "ER", "ER"


@dataclass(frozen=True)
class Address:
    """Who comes in, by the initials of their roles; what kind of row its address takes; whether it is a page that one looks at."""

    who: str
    of: str = ""
    is_page: bool = False
    query: str = ""


def page(who: str, of: str = "", query: str = "") -> Address:
    return Address(who, of, True, query)


ADDRESSES = {
    "home": page(AT_WORK),
    "undo": Address(AT_WORK, "event"),
    "keys": Address(AT_WORK),
    "add": page("E"),
    "brought-list": page("E"),
    "brought": page("E", "brought"),
    "leave-out": Address("E", "brought"),
    "copies": page("E"),
    "answer-copy": Address("E", "copy"),
    "notices": page("E"),
    "answer-notice": Address("E", "notice"),
    "documents": page(AT_WORK),
    "source": page("E", "document"),
    "remove-document": Address("E", "document"),
    "document": page(AT_WORK, "document"),
    "read-date": Address(READ, "document"),
    "enter": Address(READ, "document"),
    "change-all": Address(READ, "document"),
    "take-back": Address(READ, "document"),
    "judge": Address(READ, "draft"),
    "links": Address(LINK, "draft"),
    "speaker-suggest": Address(READ, "place"),
    "publish": page("P"),
    "publish-links": page("P"),
    "changes": Address("P"),
    "change": page("P", "change"),
    "publish-document": page("P", "document"),
    "pairs": page(LINK, query="?list="),
    "find-claims": Address(LINK),
    "pair": page(LINK, "pair"),
    "next-pair": Address(LINK, "pair"),
    "translation": Address(READ, "pair"),
    "all-different": Address(LINK, "pair"),
    "one-occasions": page(LINK, query="?list="),
    "one-occasion": page("ERP", "occasion"),
    "next-occasion": Address(LINK, "occasion"),
    "undo-occasion": Address(LINK, "occasion"),
    "carry-out-occasion": Address("P", "occasion"),
    "link": page(LINK),
    "statements": page(AT_WORK),
    "statements-csv": Address(AT_WORK),
    "statements-act": Address(AT_WORK),
    "statements-sheet": Address(READ),
    "statements-text": Address(AT_WORK),
    "import": page(READ),
    "sheet": page(READ, "sheet"),
    "sheet-columns": Address(READ, "sheet"),
    "sheet-confirm": Address(READ, "sheet"),
    "sheet-do": Address(READ, "sheet"),
    "sheet-go-on": Address(READ, "sheet"),
    "speakers": page(AT_WORK),
    "may-be-one": page(AT_WORK),
    "answer-speaker-pair": Address("ERP", "speakers"),
    "speaker": page(AT_WORK, "speaker"),
    "merge-speaker": page("P", "speaker"),
    "separate-speaker": Address("P", "speaker"),
    "claims": page(AT_WORK),
    "claim": page(AT_WORK, "claim"),
    "merge-claim": page("P", "claim"),
    "split-claim": page("P", "claim"),
    "hold": Address(READ, "document"),
    "take-over": Address(READ, "document"),
    "give": Address("ERP", "document"),
    "take-away": Address("ERP", "document"),
    "remark-done": Address("ERP", "number"),
    "remark": Address("ERP", "table"),
    "reported": page("ER"),
    "settle-report": Address("ER", "report"),
    "reopen-report": Address("ER", "report"),
    "typed": page(AT_WORK),
    "keep": Address(AT_WORK),
    "forget": Address(AT_WORK),
}
OF_EVERYBODY = {"sign-in", "signed-in", "sign-out"}
OF_ONESELF = {  # of whoever signed in; what stands behind each is tested in tests/archive/desk/account/
    "account", "password", "end-session", "end-others", "second-step", "second-step-picture", "on-paper", "remove-second-step", "code",
}  # fmt: skip
PAGES = {name: one for name, one in ADDRESSES.items() if one.is_page}


def address_of(name: str, pile: Pile) -> str:
    one = ADDRESSES[name]
    return reverse(f"desk:{name}", args=pile.args[one.of]) + one.query


def signed_in(person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def test_every_address_stands_in_a_line_here():
    assert {one.name for one in urlpatterns} == set(ADDRESSES) | OF_EVERYBODY | OF_ONESELF
    assert not [one.name for one in urlpatterns if "_" in one.name]  # words are joined by hyphens, as in the addresses themselves


@pytest.mark.django_db
def test_what_an_address_asks_for_is_what_its_line_says():
    pile = Pile(2)
    let_in = {}
    for name in ADDRESSES:
        wanted = resolve(address_of(name, pile).partition("?")[0]).func.permissions
        let_in[name] = "".join(initial for initial, role in INITIALS.items() if _works_with(ROLES[role], wanted))

    assert let_in == {name: one.who for name, one in ADDRESSES.items()}


def _works_with(permissions: frozenset[str], wanted: tuple[str, ...]) -> bool:
    return "view_statement" in permissions and (not wanted or not permissions.isdisjoint(wanted))


@pytest.mark.django_db
def test_each_role_comes_in_where_it_works_and_nowhere_else():
    pile = Pile(2)
    for initial, role in INITIALS.items():
        client = signed_in(make.make_user(role))

        turned_away = {name for name in ADDRESSES if client.get(address_of(name, pile)).status_code == 403}

        assert turned_away == {name for name, one in ADDRESSES.items() if initial not in one.who}, role


@pytest.mark.django_db
def test_who_has_no_role_is_turned_away_and_who_is_not_signed_in_is_asked_to_be():
    pile, nobody = Pile(2), signed_in(make.make_user())
    for name in ADDRESSES:
        address = address_of(name, pile)

        assert nobody.get(address).status_code == 403, name
        assert Client().get(address).url.startswith(reverse("desk:sign-in")), name


@pytest.mark.django_db
def test_a_page_costs_as_many_queries_however_much_waits():
    """A list of one page alone asks for one thing less than one that goes on: so what waits is more than a page of any list."""
    costs = []
    for waiting in (60, 1_000):
        with transaction.atomic():
            pile = Pile(waiting)
            gather()
            costs.append(_costs(pile))
            transaction.set_rollback(True)

    assert costs[0] == costs[1]


def _costs(pile: Pile) -> dict[str, int]:
    """The second look at each page, when what is kept in memory is kept."""
    client, costs = signed_in(pile.person), {}
    for name in PAGES:
        client.get(address_of(name, pile))
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address_of(name, pile))
        assert answer.status_code == 200, name
        costs[name] = len(asked)
    return costs


@pytest.mark.django_db
def test_every_page_is_read_on_a_disk_that_can_only_be_read():
    """By somebody of whom nothing was noted for a while, and who would have the documents for himself from now on."""
    pile = Pile(2)
    client = signed_in(pile.person)
    session = client.session
    session["seen"] = session["began"] = int(timezone.now().timestamp()) - 2 * NOTED_EVERY
    session.save()
    client.raise_request_exception = False
    with failing_disks.read_only():
        found = {name: client.get(address_of(name, pile)).status_code for name in PAGES}

    assert found == dict.fromkeys(PAGES, 200)


@pytest.mark.django_db
def test_a_row_at_the_desk_leads_to_all_its_fields_in_the_tables():
    pile = Pile(2)
    client, draft, accepted = signed_in(pile.person), pile.drafts[0], pile.accepted[0]
    leads = {
        "document": [draft, pile.documents[0]],
        "statements": [draft],
        "publish-document": [accepted, pile.documents[0]],
        "change": [pile.changes[0]],
        "pair": [pile.suggestions[0]],
        "one-occasion": [pile.occasions[0]],
        "speaker": [pile.speakers[0]],
        "claim": [pile.claims[0]],
        "source": [pile.documents[0]],
    }
    for name, rows in leads.items():
        shown = client.get(address_of(name, pile)).content.decode()

        for row in rows:
            assert reverse(f"admin:archive_{row._meta.model_name}_change", args=[row.pk]) in shown, name
