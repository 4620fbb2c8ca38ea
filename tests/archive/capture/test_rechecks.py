"""Public articles are fetched again: still there, changed, gone, or not to be told; and a run goes on where it was cut short."""

import io
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import CommandError, call_command

from archive.capture import rechecks, take_in
from archive.capture.pages import fetched
from archive.capture.rechecks import due, recheck, recheck_all
from archive.errors import Refused
from archive.models import ArchiveState, Article, Check, Document, Sighting
from tests import factories as make
from tests.archive.fetching.serving import answer, redirect, serving
from tests.archive.pages import WORDS, Faulty, pace_to, page

pytestmark = pytest.mark.django_db
AT = datetime(2030, 7, 1, 12, tzinfo=UTC)
HOME = "http://coastal.example"


@pytest.fixture
def site():
    with serving({"/bridge": answer(page())}) as site:
        yield site


def captured(site, path: str = "/bridge") -> Article:
    found, raw = fetched(HOME + path, pace_to(site))
    document = take_in(found, raw)
    document.article.outlet = make.make_outlet()
    document.article.save()
    make.make_public_statement(document, WORDS)
    return document.article


def look(article: Article, site) -> tuple[str, str]:
    check = recheck(article, at=AT, pace=pace_to(site))
    sighting = Sighting.objects.filter(statement__document__article=article).first()
    return check.outcome, sighting and sighting.outcome


def test_page_as_it_was_was_seen_again(site):
    article = captured(site)

    assert look(article, site) == ("same", "there")

    sighting = Sighting.objects.get()
    assert (sighting.seen_at, sighting.document) == (AT, article.documents.get())


def test_what_was_seen_is_told_at_once(site):
    article = captured(site)
    before = ArchiveState.current()

    look(article, site)
    after_one_look = ArchiveState.current()
    seen = list(recheck_all(AT + timedelta(days=1), pace=pace_to(site)))

    assert len(seen) == 1
    assert len({before, after_one_look, ArchiveState.current()}) == 3


@pytest.mark.parametrize(("seconds", "told"), [(60, [1, 1, 1, 2]), (0, [1, 2, 3, 3])])
def test_long_run_tells_now_and_then_and_at_its_end(site, monkeypatch, seconds, told):
    monkeypatch.setattr(rechecks, "SECONDS_UNTOLD", seconds)
    for number in range(3):
        site.pages[f"/{number}"] = answer(page(words=f"{WORDS} The toll is {number} crowns."))
        captured(site, f"/{number}")
    before = ArchiveState.current_revision()

    seen = [ArchiveState.current_revision() - before for _ in recheck_all(AT, pace=pace_to(site))]

    assert [*seen, ArchiveState.current_revision() - before] == told


def test_run_that_saw_nothing_changes_no_page(site):
    captured(site)
    before = ArchiveState.current()
    site.pages["/bridge"] = answer(b"", status="503 Busy")

    assert [one.outcome for one in recheck_all(AT, pace=pace_to(site))] == ["unknown"]
    assert ArchiveState.current() == before


def test_page_that_changed_is_captured_anew(site):
    article = captured(site)
    site.pages["/bridge"] = answer(page(words=WORDS.replace("spring", "autumn")))

    assert look(article, site) == ("changed", "changed")

    old, new = article.documents.order_by("id")
    assert new.supersedes == old
    assert Check.objects.get().document == new
    site.pages["/bridge"] = answer(page())
    assert look(article, site) == ("changed", "there")
    assert look(article, site) == ("same", "there")  # as at the look before, though a capture of another text is newer
    assert Document.objects.count() == 2
    site.pages["/bridge"] = answer(page(words=WORDS.replace("spring", "autumn")))
    assert look(article, site) == ("changed", "changed")


@pytest.mark.parametrize(
    ("around", "article_ends"),
    [("<aside>It is {}</aside>", ""), ("", "<p>{}</p>"), ("", "<p>17.05.2023, {}</p>")],
    ids=["aside", "clock", "day"],
)
def test_page_on_which_only_the_clock_moves_is_the_same(site, around, article_ends):
    def at(clock: str) -> bytes:
        ends = f"{article_ends.format(clock)}</article>{around.format(clock)}".encode()
        return answer(page().replace(b"</article>", ends))

    site.pages["/bridge"] = at("09:15")
    article = captured(site)

    for clock in ("10:15", "11:45"):
        site.pages["/bridge"] = at(clock)
        assert look(article, site) == ("same", "there")
    assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (answer(b"", status="404 x"), "coastal.example says that there is no such page (404)."),
        (answer(b"", status="410 x"), "coastal.example says that there is no such page (410)."),
        (redirect("/"), "The address leads to the front page."),
    ],
)
def test_page_that_is_gone_leaves_when_its_words_were_last_seen(site, client, gone, words):
    article = captured(site)
    recheck(article, at=AT - timedelta(days=9), pace=pace_to(site))
    site.pages |= {"/bridge": gone, "/": answer(page("Front"))}

    assert look(article, site) == ("gone", "page-gone")

    assert Check.objects.first().words == words
    assert Sighting.objects.get().seen_at == AT - timedelta(days=9)
    shown = client.get(Sighting.objects.get().statement.get_absolute_url()).content.decode()
    assert "The page was gone on" in shown


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (answer(b"", status="503 x"), "coastal.example answers with the error 503. Try again later."),
        (answer(b"", status="403 x"), "coastal.example lets no program in (403). Save the page in a browser and capture the file."),
        (answer(b"x", kind="image/png"), "At this address is no text but image/png."),
    ],
)
def test_what_can_not_be_told_changes_nothing(site, now, words):
    article = captured(site)
    site.pages["/bridge"] = now

    assert look(article, site) == ("unknown", None)
    assert Check.objects.get().words == words


def test_page_that_can_not_be_taken_in_does_not_stop_the_others(site):
    article = captured(site)
    Article.objects.update(url="http://coastal_news.example/bridge")  # a host that is reached, and kept from no form
    article.refresh_from_db()
    site.pages["/bridge"] = answer(page(words=WORDS.replace("spring", "autumn")))

    assert look(article, site) == ("unknown", None)
    assert Check.objects.get().words.endswith("is no web address. Write it as https://….")


def test_fault_of_ours_at_one_article_does_not_stop_the_others(site, caplog):
    addresses = [f"/bridge/{number}" for number in range(2)]
    site.pages |= {path: answer(page(title=f"Bridge {path}")) for path in addresses}
    articles = [captured(site, path) for path in addresses]
    site.pages |= {path: answer(page(title=f"Bridge {path} again")) for path in addresses}

    first, second, end = run(pace=Faulty(site, "/0"))

    assert first.startswith(f"unknown: {articles[0].url} (An error that nobody foresaw (ZeroDivisionError)")
    assert second.startswith("changed ")
    assert end == "1: Of 1 of 2 nothing could be told; the next run looks at them again."
    assert "Traceback" in caplog.text
    assert [line.split()[0] for line in run(pace=pace_to(site))] == ["changed"]
    assert (Check.objects.latest("id").on_whose_word, Check(by=make.make_user(username="ann")).on_whose_word) == (
        "by the machine", "by the machine, as ann asked",
    )  # fmt: skip


def test_only_public_articles_with_an_address_are_looked_up():
    for article in (make.make_document(url=f"{HOME}/draft").article, make.make_public_statement().document.article):
        with pytest.raises(Refused, match="Only a public article with an address"):
            recheck(article)
    with pytest.raises(Refused, match="Your role does not allow this"):
        recheck(make.make_document().article, by=make.make_user("viewer"))


def run(*arguments: str, **given) -> list[str]:
    """The lines that the command prints, also where it ends with an error."""
    out = io.StringIO()
    try:
        call_command("recheck", *arguments, stdout=out, **given)
    except CommandError as error:
        return [*out.getvalue().splitlines(), f"{error.returncode}: {error}"]
    return out.getvalue().splitlines()


def test_run_that_was_cut_short_goes_on_where_it_stopped(site):
    addresses = [f"/bridge/{number}" for number in range(3)]
    site.pages |= {path: answer(page(title=f"Bridge {path}")) for path in addresses}
    articles = [captured(site, path) for path in addresses]

    told = [f"same {article.documents.get().public_id}: {article.url}" for article in articles]
    assert run("--limit", "2", pace=pace_to(site)) == told[:2]
    assert list(due(datetime(2024, 8, 22, tzinfo=UTC))) == [articles[2]]
    assert run(pace=pace_to(site)) == told[2:]
    assert run(pace=pace_to(site)) == []
    Check.objects.filter(article=articles[0]).update(outcome="unknown", document=None)
    assert run(pace=pace_to(site)) == told[:1]  # a look that could not tell is no look
    assert len(run("--days", "0", "--outlet", articles[1].outlet.slug, pace=pace_to(site))) == 1


def test_nothing_is_looked_up_unless_the_settings_allow_it():
    assert run()[0].startswith("1: This site does not fetch pages")
    assert run("--outlet", "nobody")[0].startswith("1: No outlet has the address")
