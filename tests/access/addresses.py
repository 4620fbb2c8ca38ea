"""All addresses of the resolver, each of one kind that says who comes in. One that nobody classified is an error, not a gap.

What each role may open stands beside what it is about: for the desk in `tests/archive/desk/test_every_page.py`, for the tables in
`tests/archive/admin/test_roles.py`. Here stand the public ones.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.urls import URLResolver, get_resolver, reverse

from archive.alerts.signing import TO_CHANGE, TO_CONFIRM, token
from archive.log import checkpoints
from archive.models import AlertAsking, AlertReceiver
from archive.roles import ROLES
from tests.archive.admin.test_roles import ACTS, address
from tests.archive.admin.test_roles import PAGES as OF_THE_ADMIN
from tests.archive.desk.pile import Pile
from tests.archive.desk.test_every_page import ADDRESSES as OF_THE_DESK
from tests.archive.desk.test_every_page import INITIALS, OF_EVERYBODY, OF_ONESELF, address_of
from tests.timeline.pages import make_record

PAGE, FORM, API, DOOR, DESK, ADMIN = "page", "form", "api", "door", "desk", "admin"
ANYBODY = frozenset({"nobody", "without a role", "owes a code", *ROLES, "superuser"})
SIGNED_IN = ANYBODY - {"nobody", "owes a code"}
METHODS = {
    PAGE: ("GET", "HEAD"),
    API: ("GET", "HEAD", "OPTIONS"),
    **dict.fromkeys((FORM, DOOR, DESK, ADMIN), ("GET", "HEAD", "POST")),
}

PAGES = {  # nothing is ever sent there
    "home": "/", "chronology": "/chronology/", "new": "/new/", "undated": "/chronology/undated/", "year": "/chronology/2023/",
    "span": "/chronology/2020-2029/", "month": "/chronology/2023/05/", "day": "/chronology/2023/05/17/", "statement": "/statements/{s}/",
    "citation": "/statements/{s}/cite.txt", "claims": "/claims/", "claim": "/claims/{c}/", "claim-over-time": "/claims/{c}/over-time/",
    "speakers": "/speakers/", "speaker": "/speakers/{p}/", "outlets": "/outlets/", "outlet": "/outlets/{o}/", "occasions": "/occasions/",
    "occasion": "/occasions/{at}/", "document": "/documents/{d}/", "corrections": "/corrections/", "search": "/search/?q=toll",
    "compare": "/compare/?a={s}", "data": "/data/", "verifier": "/data/verify.py", "checkpoint": "/data/log/checkpoint",
    "log-key": "/data/log/key", "checkpoint-of": "/data/log/checkpoints/{size}", "log-entries": "/data/log/entries/0-1.ndjson",
    "method": "/method/", "about": "/about/", "coverage": "/coverage/", "keys": "/keys/", "embedded-statement": "/embed/statements/{s}/",
    "embedded-claim": "/embed/claims/{c}/", "oembed": "/oembed?url=/statements/{s}/", "robots": "/robots.txt", "sitemap": "/sitemap.xml",
    "sitemap-of": "/sitemap-statements.xml", "taken": "/chronology/data.csv", "alerts:about": "/alerts/", "statements/": "/statements/",
    "documents/": "/documents/", "api/": "/api/", "api-docs": "/api/v1/docs/",
    r"^chronology/(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})/(?:(?P<day>[0-9]{1,2})/)?$": "/chronology/2023/5/",
}  # fmt: skip
FORMS = {  # whoever sends one is no other person than who reads it
    "report": "/report/", "dossier": "/dossier/", "alerts:new": "/alerts/new/", "alerts:confirm": "/alerts/confirm/{asked}/",
    "alerts:change": "/alerts/change/{t}/", "alerts:end": "/alerts/end/{t}/",
}  # fmt: skip
OF_THE_API = {
    "api": "", "api-statements": "statements/", "api-statement": "statements/{s}/", "api-proof": "statements/{s}/proof/",
    "api-claims": "claims/", "api-claim": "claims/{c}/", "api-trail": "claims/{c}/trail/", "api-speakers": "speakers/",
    "api-speaker": "speakers/{p}/", "api-outlets": "outlets/", "api-outlet": "outlets/{o}/", "api-documents": "documents/",
    "api-document": "documents/{d}/", "api-occasions": "occasions/", "api-occasion": "occasions/{at}/", "api-occurrences": "occurrences/",
    "api-corrections": "corrections/", "api-log": "log/", "api-log-entry": "log/entries/0/",
    "api-log-consistency": "log/consistency/?from=1", "api-search": "search/?like=x", "api-openapi": "openapi.json", "api-try": "docs/try/",
    r"^(?:.*/)?$": "nothing/",
}  # fmt: skip
IN_MIDDLEWARE = {"healthz": "/healthz", "readyz": "/readyz", "metrics": "/metrics"}  # answered before there is a resolver
DOORS = {"admin:login", "admin:logout", *(f"desk:{name}" for name in OF_EVERYBODY), "desk:code"}


class Address(NamedTuple):
    name: str
    path: str
    kind: str
    who: frozenset[str]  # comes in


def names() -> set[str]:
    return {name for name, _pattern in patterns()}


def patterns(among: Any = None, around: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    for one in get_resolver().url_patterns if among is None else among:
        if isinstance(one, URLResolver):
            inner = getattr(one, "namespace", None)
            yield from patterns(one.url_patterns, around + str(one.pattern), f"{inner}:" if inner else space)
        else:
            yield f"{space}{one.name or one.pattern}", around + str(one.pattern)


def all_addresses(tables: dict) -> list[Address]:
    """With a row behind each. `tables`: those of the tests of the admin."""
    record, pile = make_record(), Pile(2)
    there, at = {"channel": "hook", "address": "https://reader.example/"}, "2024-01-01T00:00Z"
    receiver = AlertReceiver.objects.create(**there, **dict.fromkeys(("confirmed_at", "packed_for", "next_try_at"), at))
    asking = AlertAsking.objects.create(**there, **dict.fromkeys(("since", "asked_at", "may_tell_at"), at))
    named = {
        "s": record.statement.public_id, "c": record.claim.slug, "p": record.speaker.slug, "o": record.outlet.slug,
        "at": record.occasion.public_id, "d": record.document.public_id, "t": token(receiver, TO_CHANGE),
        "asked": token(asking, TO_CONFIRM), "size": checkpoints.make().size,
    }  # fmt: skip
    public = [(name, path, PAGE) for name, path in PAGES.items()]
    public += [(name, path, FORM) for name, path in (FORMS | IN_MIDDLEWARE).items()]
    public += [(name, f"/api/v1/{path}", API) for name, path in OF_THE_API.items()]
    return [
        *(Address(name, path.format(**named), kind, ANYBODY) for name, path, kind in public),
        *(Address(f"desk:{name}", address_of(name, pile), DESK, of_the_desk(name)) for name in OF_THE_DESK),
        *(_of_oneself(f"desk:{name}") for name in sorted(OF_ONESELF | OF_EVERYBODY)),
        *(_of_the_admin(name, pattern, tables) for name, pattern in patterns() if name.startswith("admin:") and not name.endswith("_act")),
        *(_of_an_act(table, act, tables) for table, act in ACTS),
    ]


def of_the_desk(name: str) -> frozenset[str]:
    return frozenset({INITIALS[initial] for initial in OF_THE_DESK[name].who} | {"superuser"})


def _of_oneself(name: str) -> Address:
    return Address(name, reverse(name), *((DOOR, ANYBODY) if name in DOORS else (DESK, SIGNED_IN)))


def _of_the_admin(name: str, pattern: str, tables: dict) -> Address:
    undone = tables | {"judgement": tables["judgement", "undo"]} if name.endswith("_undo") else tables
    path = address(name.removeprefix("admin:"), f"/{pattern}", undone).replace("(?P<url>.*)$", "nothing/")
    if name == "admin:autocomplete":
        path += "?app_label=archive&model_name=attribution&field_name=speaker&term="
    if name in DOORS:
        return Address(name, path, DOOR, ANYBODY)
    if name == "admin:view_on_site":
        row = tables["statement"]
        led = reverse(name, args=[ContentType.objects.get_for_model(row).pk, row.pk])
        return Address(name, led, ADMIN, frozenset({role for role, rights in ROLES.items() if "view_statement" in rights} | {"superuser"}))
    return Address(name, path, ADMIN, of_the_admin(name.removeprefix("admin:"), path))


def _of_an_act(table: str, act: str, tables: dict) -> Address:
    path = reverse(f"admin:archive_{table}_act", args=[tables[table, act].pk, act])
    return Address(f"admin:archive_{table}_act", path, ADMIN, frozenset({*ACTS[table, act], "superuser"}))


def of_the_admin(name: str, path: str) -> frozenset[str]:
    """A page that no role opens is there for nobody: not for a superuser either."""
    if name in OF_THE_ADMIN:
        roles = OF_THE_ADMIN[name]
    elif name in ("<path:object_id>/", "(?P<url>.*)$"):
        roles = tuple(ROLES)  # leads on to the page of a row, or to nothing
    else:
        raise LookupError(f"Say in tests/archive/admin/test_roles.py who comes in at {path}, which is {name}.")
    return frozenset(roles) | ({"superuser"} if roles else frozenset())
