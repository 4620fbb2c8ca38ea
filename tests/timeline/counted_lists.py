"""Every figure that pages and JSON show, held against the list that it leads to, which is read to its last page and counted."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

from django.test import Client
from lxml import html

from archive.enums import CountedAs
from archive.models import Claim, Outlet, Speaker, Statement
from timeline.record.profiles import LISTED

LISTS = ("/claims/", "/speakers/", "/outlets/")
ENTRIES = "//li[contains(concat(' ', @class, ' '), ' entry ')][not(contains(@class, 'uncounted'))]"
FOLDED = "//li[contains(@class, 'occasion rest')]/p/text()[1]"  # “and 34 more here”
STATEMENT = re.compile(r"/statements/([0-9a-z]+)/")


def _folded(words: str) -> int:
    return int(re.search(r"[\d,]+", words)[0].replace(",", ""))


class Lists:
    """Pages and lists as a reader sees them; each is asked for once."""

    def __init__(self, client: Client):
        self.client = client
        self.read: dict[str, list[html.HtmlElement]] = {}

    def page(self, url: str) -> html.HtmlElement:
        return self.pages(url)[0]

    def pages(self, url: str) -> list[html.HtmlElement]:
        """A page and all that follow it."""
        address = url.partition("#")[0]
        if address not in self.read:
            self.read[address] = list(self._read(address))
        return self.read[address]

    def _read(self, url: str) -> Iterator[html.HtmlElement]:
        at = url
        while at:
            answer = self.client.get(at)
            assert answer.status_code == 200, at
            page = html.fromstring(answer.content)
            yield page
            at = urlsplit(url).path + onward[0] if (onward := page.xpath("//a[@rel='next']/@href")) else ""

    def length(self, url: str) -> int:
        rows = "//ol[contains(@class, 'rows')]/li" if urlsplit(url).path in LISTS else ENTRIES
        return sum(len(page.xpath(rows)) + sum(map(_folded, page.xpath(FOLDED))) for page in self.pages(url))

    def articles(self, url: str) -> int:
        """The articles whose statements stand in a list."""
        links = [href for page in self.pages(url) for href in page.xpath("//li[contains(@class, 'entry')]//a/@href")]
        shown = {found[1] for href in links if (found := STATEMENT.match(href))}
        return Statement.objects.filter(public_id__in=shown).values("document__article").distinct().count()

    def count(self, url: str, expected: int) -> int:
        """How many rows a narrowed list has; a figure of nothing leads to no list."""
        return self.client.get(f"{url}&count=1&page_size=1").json()["count"] if expected else 0

    def json(self, url: str) -> dict:
        """A list of rows, read to the last, and how many there are by its own word."""
        rows, at, counts = [], f"{url}&page_size=200&count=1", []
        while at:
            answer = self.client.get(at).json()
            rows += answer["results"]
            counts.append(answer["count"])
            at = answer["next"]
        assert len(set(counts)) == 1, url
        return {"count": counts[0], "rows": rows}


def number_in(words: str) -> int:
    digits = re.search(r"[\d,]*\d", words)
    return int(digits[0].replace(",", "")) if digits else 0


def told(lists: Lists, links: list[html.HtmlElement]) -> Iterator[str]:
    for link in links:
        words, url = link.text_content(), link.get("href")
        listed = lists.articles(url) if "article" in words or "retracted" in words else lists.length(url)
        if number_in(words) != listed:
            yield f"“{words}” leads to {listed} at {url}"


def home(lists: Lists) -> Iterator[str]:
    page = lists.page("/")
    yield from told(lists, page.xpath("//dl[@class='figures']//a"))
    repeated = page.xpath("//section[@aria-labelledby='repeated']//ol/li")
    yield from told(lists, [link for one in repeated for link in one.xpath("p[@class='meta']/a")])
    for one in repeated:
        said = one.xpath("p[@class='meta']/a")[0]
        yield from spoken(lists, one, said.get("href").partition("?")[0])
        if number_in(said.text_content()) < 2:
            yield f"“{said.text_content()}” is not repeated"


def claims(lists: Lists) -> Iterator[str]:
    yield from told(lists, [link for page in lists.pages("/claims/") for link in page.xpath("//ol/li/p[@class='meta']/a")])


def trails(lists: Lists) -> Iterator[str]:
    for claim in Claim.objects.public():
        page = lists.page(claim.get_absolute_url())
        links = page.xpath("//p[contains(@class, 'counts')]/a")
        yield from told(lists, links)
        yield from spoken(lists, page, claim.get_absolute_url())
        occasions = sum(number_in(link.text_content()) for link in links if "occasion" in link.text_content())
        apart = lists.length(f"{claim.get_absolute_url()}?counted=retracted")
        if occasions + apart != lists.length(claim.get_absolute_url()):
            yield f"{occasions} and {apart} occasions of {claim}, and {lists.length(claim.get_absolute_url())} in its trail"


def spoken(lists: Lists, part: html.HtmlElement, trail: str) -> Iterator[str]:
    """What charts say to who cannot see them: of all speakers, or of each. Marks that touch are one to the eye; the table has them all."""
    for figure in part.xpath(".//figure[@class='strip']"):
        lines = figure.xpath("div[@class='strip-row']")
        for line in lines:
            yield from spoken_in_a_line(lists, line, trail)
        cells, dated = [int(cell.text_content().strip() or 0) for cell in figure.xpath(".//td")], sum(map(dated_in, lines))
        if figure.xpath(".//table") and sum(cells) != dated:
            yield f"the table of {trail} has {sum(cells)} of {dated}"


def spoken_in_a_line(lists: Lists, line: html.HtmlElement, trail: str) -> Iterator[str]:
    title, who, dated = title_of(line), line.xpath("span[@class='who']/a/@href"), dated_in(line)
    marks = len(line.xpath(".//*[starts-with(@class, 'dot') or @class='cross' or @class='aside' or starts-with(@class, 'bar ')]"))
    if not min(1, dated) <= marks <= dated:
        yield f"“{title}” has {marks} marks"
    if line.xpath("span[@class='who']") and not who:
        return  # a source without a page has no list of its own
    asked = f"{trail}?speaker={who[0].strip('/').rpartition('/')[2]}" if who else trail
    if figures_in(title) != lists.length(asked):
        yield f"“{title}” stands for {lists.length(asked)} at {asked}"


def title_of(line: html.HtmlElement) -> str:
    return line.xpath(".//title")[0].text_content()


def figures_in(title: str) -> int:
    return sum(number_in(words) for words in title.rpartition(": ")[2].split(", ") if "occasion" in words)


def dated_in(line: html.HtmlElement) -> int:
    title = title_of(line)
    return figures_in(title) - (number_in(title.rpartition(", ")[2]) if "without a date" in title else 0)


def speakers(lists: Lists) -> Iterator[str]:
    yield from told(lists, [link for page in lists.pages("/speakers/") for link in page.xpath("//ol/li/p[@class='meta']/a")])
    for speaker in Speaker.objects.public():
        page = lists.page(speaker.get_absolute_url())
        yield from told(lists, page.xpath("//ul[@class='tally']/li/a[@class='n']"))
        yield from headed(lists, speaker.get_absolute_url(), f"/api/v1/statements/?speaker={speaker.slug}")
        occasions = [
            number_in(one.text_content()) for one in page.xpath("//ul[@class='tally']/li/a[@class='n'][contains(@href, 'counted')]")
        ]
        if min(occasions, default=2) < 2 or len(occasions) > LISTED:
            yield f"{speaker} repeats {occasions}"


def outlets(lists: Lists) -> Iterator[str]:
    yield from told(lists, [link for page in lists.pages("/outlets/") for link in page.xpath("//ol/li/p[@class='meta']/a")])
    for outlet in Outlet.objects.public():
        yield from headed(lists, outlet.get_absolute_url(), f"/api/v1/statements/?outlet={outlet.slug}")


def headed(lists: Lists, url: str, api: str) -> Iterator[str]:
    """The number above the list of a page, the list, and the same list as JSON with its count."""
    heading = number_in(lists.page(url).xpath("//h2[@id='said']")[0].text_content())
    found = lists.json(api)
    row = lists.client.get(f"/api/v1{url}").json()["statements"]
    if not heading == row == lists.length(url) == found["count"] == len(found["rows"]):
        yield f"{url}: {heading} above, {lists.length(url)} listed, {row}, {found['count']} and {len(found['rows'])} as JSON"


def chronology(lists: Lists) -> Iterator[str]:
    yield from numbered(lists, "/chronology/")
    yield from bars(lists, "/chronology/")
    yield from numbered(lists, "/chronology/undated/")
    page = lists.page("/chronology/")
    for choice in page.xpath("//aside//ul[@class='tally']/li[span]"):
        link = choice.xpath("a/@href")[0]
        if number_in(choice.xpath("span")[0].text_content()) != lists.length(link):
            yield f"{choice.text_content()} leads to {lists.length(link)} at {link}"
    for year in page.xpath("//aside//tbody//a/@href"):
        yield from numbered(lists, year)
        yield from bars(lists, year)


def numbered(lists: Lists, url: str) -> Iterator[str]:
    above = lists.page(url).xpath("//p[@class='bar']/span")[0].text_content()
    if number_in(above) != lists.length(url):
        yield f"{url}: “{above.strip()}” above {lists.length(url)}"


def bars(lists: Lists, url: str) -> Iterator[str]:
    page = lists.page(url)
    rows = [(row.xpath("th/a/@href")[0], number_in(row.xpath("td")[0].text_content())) for row in page.xpath("//aside//tbody/tr")]
    yield from (f"{link} has {lists.length(link)}, its bar {number}" for link, number in rows if number != lists.length(link))
    title = page.xpath("//title[@id='histogram-title']")
    if title and number_in(title[0].text_content()) != sum(number for _link, number in rows):
        yield f"{url}: “{title[0].text_content()}” over {rows}"


def documents(lists: Lists) -> Iterator[str]:
    for url in {one.document.get_absolute_url() for one in Statement.objects.public().select_related("document")}:
        section = next(one for one in lists.page(url).xpath("//section[h2][ol]") if "taken from this" in one.text_content())
        if number_in(section.xpath("h2")[0].text_content()) != len(section.xpath("ol/li")):
            yield f"{url}: {section.xpath('h2')[0].text_content()}"


def claims_as_json(lists: Lists) -> Iterator[str]:
    """The JSON of a claim against its page, and against the lists that take the same filter."""
    for claim in lists.json("/api/v1/claims/?")["rows"]:
        asked, trail = f"claim={claim['slug']}&counted=", f"/api/v1/claims/{claim['slug']}/trail/?"
        steps = lists.json(trail)
        lengths = Counter(one["counted"] for one in steps["rows"] if one["counted"])
        articles = {figure: articles_in(lists, f"/api/v1/statements/?{asked}{figure}") for figure in ("sayings", "retracted")}
        figures = {figure.value: claim[figure] for figure in CountedAs.occasions()}
        wrong = [name for name, number in figures.items() if not number == lengths[name] == lists.count(f"{trail}counted={name}", number)]
        wrong += [name for name in ("speakers", "outlets") if claim[name] != len(lists.json(f"/api/v1/{name}/?{asked}sayings")["rows"])]
        if wrong or steps["count"] != lengths.total() or articles != {"sayings": claim["reports"], "retracted": claim["retracted_reports"]}:
            yield f"{claim['slug']}: {wrong}, {articles}, {steps['count']} of {lengths} steps"


def articles_in(lists: Lists, url: str) -> int:
    said = {one["id"] for one in lists.json(url)["rows"]}
    return Statement.objects.filter(public_id__in=said).values("document__article").distinct().count()


CHECKS = (home, claims, trails, speakers, outlets, chronology, documents, claims_as_json)


def faults(client: Client, checks: Iterable[Callable[[Lists], Iterator[str]]] = CHECKS) -> list[str]:
    """Where a figure is not the length of its list, by page."""
    lists = Lists(client)
    return [f"{check.__name__}: {fault}" for check in checks for fault in check(lists)]
