"""robots.txt as RFC 9309 reads it; the examples of its section 5 among them."""

import pytest

from archive.fetching.robots import Robots
from tests.growth import grows_in_proportion

RFC = """
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


@pytest.mark.parametrize(
    ("text", "agent", "target", "allowed"),
    [
        (RFC, "OnRecord", "/a.gif", False),
        (RFC, "OnRecord", "/a.gif?x", True),
        (RFC, "OnRecord", "/example/a", False),
        (RFC, "OnRecord", "/publications/", True),
        (RFC, "FooBot", "/a", False),
        (RFC, "foobot", "/example/page.html", True),
        (RFC, "bazbot", "/example/page.html", False),
        (RFC, "bazbot", "/example/a.gif", True),
        (RFC, "quxbot", "/example/a.gif", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nAllow: /", "OnRecord", "/a", True),
        ("User-agent: OnRecord\nDisallow: /a\nUser-agent: *\nDisallow: /\nUser-agent: onrecord/2.0\nDisallow: /b", "OnRecord", "/b", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a", "OnRecord", "/a", True),
        ("User-agent: *\nAllow: /p\nDisallow: /", "OnRecord", "/page", True),
        ("User-agent: *\nDisallow: /*.php$", "OnRecord", "/index.php", False),
        ("User-agent: *\nDisallow: /*.php$", "OnRecord", "/index.php.php", False),
        ("User-agent: *\nDisallow: /*.php$", "OnRecord", "/index.php5", True),
        ("User-agent: *\nDisallow: /*b*b$", "OnRecord", "/ab", True),
        ("User-agent: *\nDisallow: /a*b", "OnRecord", "/cab", True),
        ("User-agent: *\nDisallow: /a*b*c", "OnRecord", "/a-b-c", False),
        ("User-agent: *\nDisallow: /a*b*c", "OnRecord", "/a-c", True),
        ("User-agent: *\nDisallow: /a$", "OnRecord", "/a", False),
        ("User-agent: *\nDisallow: /a$", "OnRecord", "/ab", True),
        ("User-agent: *\nDisallow: /*?print=", "OnRecord", "/a?print=1", False),
        ("User-agent: *\nDisallow: /мост", "OnRecord", "/%D0%BC%D0%BE%D1%81%D1%82", False),
        ("User-agent: *\nDisallow: /%d0%BC%d0%be%D1%81%D1%82", "OnRecord", "/%D0%BC%D0%BE%D1%81%D1%82", False),
        ("User-agent: *\nDisallow: /%70ress/%7Eharbour/", "OnRecord", "/press/~harbour/1", False),
        ("User-agent: *\nDisallow: /press/~harbour/", "OnRecord", "/pr%65ss/%7eharbour/1", False),
        ("User-agent: *\nDisallow: /a%2fb", "OnRecord", "/a%2Fb", False),
        ("User-agent: *\nDisallow: /a%2Fb", "OnRecord", "/a/b", True),
        ("User-agent: *\nDisallow: /to?at=https%3A//pier", "OnRecord", "/to?at=https%3a//pier", False),
        ("User-agent: *\nDisallow: /a%2Ab", "OnRecord", "/a*b", False),
        ("User-agent: *\nDisallow: /a%2Ab", "OnRecord", "/a-b", True),
        ("User-agent: *\nDisallow: /100%25", "OnRecord", "/100%25-off", False),
        ("User-agent: *\nDisallow: /fee$list", "OnRecord", "/fee$list", False),
        ("User-agent: *\nDisallow: /a%24", "OnRecord", "/a$b", False),
        ("User-agent: *\nDisallow: /100%", "OnRecord", "/100%", False),
        ("User-agent: *\nDisallow: /%61\nAllow: /a", "OnRecord", "/a", True),
        ("User-agent: *\nAllow: /%61/*.pdf$\nDisallow: /a", "OnRecord", "/a/fee.pdf", True),
        ("User-agent: *\nDisallow:", "OnRecord", "/a", True),
        ("Disallow: /\nUser-agent: *\n", "OnRecord", "/a", True),
        ("user-agent : * # all\n  disallow : /a # why", "OnRecord", "/a", False),
        ("User-agent: *\nSitemap: /s\nUser-agent: b\nDisallow: /", "OnRecord", "/a", False),
        ("", "OnRecord", "/a", True),
        ("<html>", "OnRecord", "/a", True),
    ],
)
def test_rules_say_what_may_be_fetched(text, agent, target, allowed):
    assert Robots(text).allows(agent, target) is allowed


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("User-agent: *\nCrawl-delay: 2.5", 2.5),
        ("User-agent: *\nCrawl-delay: soon", 0.0),
        ("User-agent: b\nCrawl-delay: 9", 0.0),
        ("", 0.0),
    ],
)
def test_site_says_how_long_to_wait(text, seconds):
    assert Robots(text).delay("OnRecord") == seconds


def test_hostile_rules_keep_nobody_busy():
    def asked(size: int) -> None:
        text = "User-agent: *\n" + ("Disallow: /" + "*a" * 48 + "b\n") * size + "Disallow: /" + "*" * 80 * size
        Robots(text).allows("OnRecord", "/" + "a" * 2000)

    assert grows_in_proportion(asked, 1000)
