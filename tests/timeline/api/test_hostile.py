"""Hostile parameters are answered, refused or found to lead nowhere; never with a failure of ours."""

import itertools
import os
import unicodedata
from urllib.parse import unquote

import pytest

LISTS = ["statements", "claims", "occurrences", "speakers", "outlets", "documents", "occasions", "corrections"]
FILTERS = ["speaker", "outlet", "claim", "kind", "force", "said_from", "said_to", "dates", "q", "order"]
PARAMETERS = [*FILTERS, "cursor", "page_size", "count", "nothing"]
VALUES = [
    "9" * 40, "-1", "1e999", "NaN", "%00", "a%00b", "%ed%a0%80", "%ff%fe", "%F0%9F%92%A9", "%E2%80%AE", "'", '"', '"""', "%25", "_", "\\",
    "' OR 1=1 --", "a' AND 'b", "NEAR(a b)", "a*", "a OR", "(", ")", "^", "a:b", "{a}", "& | !", "<->", "${7*7}", "{{7*7}}",
    "../../etc/passwd", "<script>", "[]", "x" * 5000, "%D0%BB" * 1000, "0000-00-00", "9999-12-31", "0001-01-01", "10000", "../..",
    "2023-02-30", "2023/2022", "１９９９", "31.12.9999", "1 January 0", "99999999999999999999 AD", "yesterday", "٢٠٢٣", "AAAA",
    "null", "true",
]  # fmt: skip


# One filter serves all lists: each value goes into some of the parameters of each, in turn. The campaign tries all of them.
ALL = "HOSTILE" in os.environ
SHARE = 1 if ALL else 7


@pytest.mark.parametrize("name", LISTS)
def test_every_value_in_its_parameters(record, client, name):
    failed = []
    for parameter, value in list(itertools.product(PARAMETERS, VALUES))[LISTS.index(name) % SHARE :: SHARE]:
        response = client.get(f"/api/v1/{name}/?{parameter}={value.replace('&', '%26').replace('#', '%23')}")
        if response.status_code not in (200, 400) or (response.status_code == 400 and not response.json()["errors"]):
            failed.append((parameter, value, response.status_code))

    assert failed == []


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("&".join(f"a{number}=1" for number in range(2000)), 400),
        ("&".join(["q=x"] * 500), 400),
        ("=&=&;;", 400),
        ("%", 400),
        ("q", 200),
        ("&&&", 200),
    ],
)
def test_odd_query_strings(record, get, query, status):
    get(f"statements/?{query}", status)


@pytest.mark.parametrize("name", ["statements", "claims", "speakers", "outlets", "documents", "occasions"])
def test_every_value_as_an_address(record, client, name):
    answers = {value: client.get(f"/api/v1/{name}/{value.replace('?', '%3F').replace('#', '%23')}/").status_code for value in VALUES}

    assert {value: status for value, status in answers.items() if status != (400 if has_controls(value) else 404)} == {}


def has_controls(value: str) -> bool:
    return any(unicodedata.category(sign) == "Cc" for sign in unquote(value))


def test_if_none_match_of_any_kind(record, get):
    for value in ("*", '"', "W/", ",,,", '"' * 5000, "é"):
        get("claims/", if_none_match=value)
