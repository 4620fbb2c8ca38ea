"""Pages and feeds for a test's web server, as outlets publish them."""

from archive.fetching import Pace, Page, Visitor
from tests.archive.fetching.serving import Site

WORDS = "The bridge over the Veyra will be opened to trains in spring"


def page(title: str = "Bridge over the Veyra", words: str = WORDS, head: str = "") -> bytes:
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><nav>Home</nav>
<article><h1>{title}</h1><p>“{words},” Transport Minister Anna Kovaleva said at a press conference in Valmere.</p>
<p>It was closed for two years after the flood, and the town has waited for it longer than for anything else.</p></article></body></html>
""".encode()


def feed(*entries: tuple[str, str]) -> bytes:
    """An RSS feed of entries: address and title."""
    items = "".join(
        f"<item><title>{title}</title><link>{address}</link><description>Read it at our site, {title}.</description>"
        "<pubDate>Wed, 17 May 2023 12:44:00 GMT</pubDate></item>"
        for address, title in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Coastal News</title>{items}</channel></rss>'.encode()


def pace_to(site: Site, **changes) -> Pace:
    """Who fetches from the test's server, without pauses."""
    return Pace(Visitor("OnRecord", "http://testserver", site.network(**changes), seconds=5), sleep=lambda seconds: None)


class Faulty(Pace):
    """Who fetches from the test's server, with a fault of ours at the address that ends so."""

    def __init__(self, site: Site, ending: str) -> None:
        super().__init__(pace_to(site).visitor, sleep=lambda seconds: None)
        self.ending = ending

    def visit(self, url: str, **known: str) -> Page:
        if url.endswith(self.ending):
            raise ZeroDivisionError
        return super().visit(url, **known)
