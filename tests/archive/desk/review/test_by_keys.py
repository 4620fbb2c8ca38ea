"""The review screen in a real browser, by its keys: how few it takes, and that nothing on the page is unsound."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from archive.capture import capture
from archive.capture.provenance import Provenance
from archive.demo import catalogue
from archive.demo.decisions import DocumentDecision, StatementDecision, read_decisions
from archive.demo.taking_in import EDGES
from archive.drafting import draft
from archive.models import Document, Speaker, Statement
from tests.archive.desk.review.pages import page_of
from tests.browser import faults_of_looks, overflows
from tests.factories import PASSWORD, make_document, make_outlet, make_speaker, make_statement, make_user, the_chief

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

SAYINGS = [f"The bridge number {turn} will be opened in the year {2000 + turn}" for turn in range(1, 21)]
# The person is at another card, or nothing is left.
WENT_ON = "(card) => document.querySelector('.card[data-current]')?.dataset.id !== card || !document.querySelector('.card.draft')"


@dataclass
class Hands:
    """Who sits at the keyboard; counts the keys, a typed name or day as one."""

    page: Page
    keys: int = 0
    loads: int = 0

    def open(self, document: Document) -> None:
        self.loads += 1
        self.page.goto(page_of(document))

    @property
    def card(self) -> str:
        return self.page.locator(".card[data-current]").get_attribute("data-id") or ""

    def press(self, key: str) -> None:
        self.keys += 1
        self.page.keyboard.press(key)

    def type(self, words: str) -> None:
        self.keys += 1
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(words)

    def decide(self, key: str, wanted: str) -> int:
        """Press it, and again where something is asked, until the card stands so; how often that was."""
        card, before = self.card, self.keys
        self.press(key)
        self.page.wait_for_selector(f"#card-{card}:is([data-state={wanted}], [data-asked])")
        if self.page.locator(f"#card-{card}[data-asked]").count():
            self.press(key)
            self.page.wait_for_selector(f"#card-{card}[data-state={wanted}]")
        self.page.wait_for_function(WENT_ON, arg=card)
        return self.keys - before


def signed_in(new_page: Callable[..., Page], *roles: str, **options) -> Page:
    user, page = make_user(*roles), new_page(**options)
    page.goto(f"{reverse('admin:login')}?next={reverse('admin:index')}")
    page.get_by_label("Username").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(lambda address: "login" not in address)
    return page


def test_twenty_proposals_of_which_seventeen_are_right(new_page):
    document = make_document("\n".join(f"“{words},” he said." for words in SAYINGS), outlet=make_outlet("North"))
    wrong, right = make_speaker("Ivan Petrov"), make_speaker("Anna Kovaleva")
    rows = [make_statement(document, words, speakers=[wrong if turn == 7 else right]) for turn, words in enumerate(SAYINGS)]
    hands = Hands(signed_in(new_page, "reviewer"))
    hands.open(document)

    for turn in range(len(rows)):
        if turn == 3:
            hands.decide("x", "rejected")
            continue
        if turn == 7:
            hands.press("s")
            hands.type(right.name)
            hands.press("Escape")
        if turn == 12:
            hands.press("d")
            hands.type("16 May 2023")
            hands.press("Escape")
        hands.decide("a", "accepted")

    print(f"20 proposals, 17 of them right: {hands.keys} keys, {hands.loads} page load(s)")
    expect(hands.page.get_by_text("0 of 20 left")).to_be_visible()
    assert (hands.keys <= 30, hands.loads <= 3) == (True, True)
    assert Statement.objects.accepted().count() == 19
    assert [one.attributions.get().speaker for one in Statement.objects.filter(pk=rows[7].pk)] == [right]
    assert Statement.objects.get(pk=rows[12].pk).said_on == "2023-05-16"


def drafted(decision: DocumentDecision, known: catalogue.Catalogue) -> Document:
    """A document of the demo as it comes in, read and not reviewed."""
    outlet = known.outlets[decision.outlet]
    whence = Provenance(outlet=outlet, url=decision.url, published=decision.published, title=decision.title, kind=decision.kind)
    document = capture(decision.raw, whence, by=the_chief(), at=decision.captured)
    draft(document, by=the_chief())
    return document


def is_right(proposed: Statement, decision: DocumentDecision, known: catalogue.Catalogue) -> bool:
    """Whether the demo's editors wanted it just so."""
    return any(_is(proposed, wanted, known) for wanted in decision.statements)


def _is(proposed: Statement, wanted: StatementDecision, known: catalogue.Catalogue) -> bool:
    speakers = [known.speakers.get(one.speaker) for one in wanted.speakers]
    wants = wanted.words.strip(EDGES), wanted.kind, wanted.force, wanted.said_on, speakers
    named: list[Speaker | None] = [one.speaker for one in proposed.attributions.all()]
    return wants == (proposed.text.strip(EDGES), proposed.kind, proposed.force, proposed.said_on, named)


def fifty_right(known: catalogue.Catalogue) -> Iterator[tuple[Document, set[str]]]:
    """Documents of the demo with which of their proposals are right, until there are fifty of these."""
    count = 0
    for decision in read_decisions():
        document = drafted(decision, known)
        right = {one.public_id for one in document.statements.prefetch_related("attributions__speaker") if is_right(one, decision, known)}
        count += len(right)
        yield document, right
        if count >= 50:
            return


def test_proposals_of_the_demo_that_are_right_take_hardly_more_than_a_key_each(new_page):
    todo = list(fifty_right(catalogue.enter(by=the_chief())))
    hands = Hands(signed_in(new_page, "reviewer"))

    spent, others = [], 0
    for document, right in todo:
        hands.open(document)
        for _turn in range(document.statements.drafts().count()):
            if hands.card in right:
                spent.append(hands.decide("a", "accepted"))
            else:
                others += hands.decide("x", "rejected")

    print(f"{len(spent)} right proposals of the demo: {sum(spent)} actions, {sum(spent) / len(spent):.2f} each; {others} others rejected")
    assert len(spent) >= 50
    assert sum(spent) / len(spent) <= 1.5


def select(page: Page, words: str) -> None:
    """As a mouse does it in the text on the left."""
    page.evaluate(
        """(words) => {
          const walker = document.createTreeWalker(document.getElementById("source"), NodeFilter.SHOW_TEXT);
          let all = "", nodes = [];
          while (walker.nextNode()) { nodes.push([walker.currentNode, all.length]); all += walker.currentNode.data; }
          const start = all.indexOf(words), end = start + words.length;
          const at = (place) => nodes.findLast(([node, from]) => from <= place && place <= from + node.data.length);
          const range = document.createRange();
          range.setStart(at(start)[0], start - at(start)[1]);
          range.setEnd(at(end)[0], end - at(end)[1]);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        words,
    )


def test_words_are_taken_split_joined_and_entered_by_keys_and_undone(new_page):
    text = "🎭 “The bridge will open in spring,” he said.\n“It costs six million,” 🎭 he added.\n“We will pay,” she said."
    document = make_document(text)
    make_statement(document, "The bridge will open", speakers=[make_speaker("Ivan Petrov")])
    hands = Hands(signed_in(new_page, "reviewer"))
    hands.open(document)
    page = hands.page

    def standing(*words: str) -> None:
        expect(page.locator(".card:not(.rejected) .words")).to_have_text(list(words))
        expect(page.locator("[data-focus]")).to_have_count(0)  # the person is where the answer led

    select(page, "The bridge will open in spring")
    hands.press("e")
    expect(page.locator("[data-words]")).to_have_text("The bridge will open in spring")
    hands.decide("a", "accepted")
    assert Statement.objects.get().text == "The bridge will open in spring"

    select(page, "It costs six million")
    hands.press("n")
    standing("The bridge will open in spring", "It costs six million")
    select(page, "six million")
    hands.press("b")
    standing("The bridge will open in spring", "It costs", "six million")
    hands.press("j")
    standing("The bridge will open in spring", "It costs six million")
    hands.press("z")
    standing("The bridge will open in spring", "It costs", "six million")
    assert Statement.objects.get(text="six million").start == text.index("six million")


def test_page_is_sound(new_page):
    document = make_document("“The bridge will open in spring,” he said.\n“It costs six million,” he added. “No,” she said.")
    make_statement(document, "The bridge will open in spring", speakers=["Petrov"], confidence=0.6, occasion_proposed="talks")
    make_statement(document, "It costs six million", said_on="", undated=False)
    page = signed_in(new_page, "reviewer", "editor", "publisher")
    page.goto(page_of(document))
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ф', code: 'KeyA', bubbles: true, cancelable: true}))")
    expect(page.get_by_role("button", name="I looked: accept")).to_be_focused()

    assert faults_of_looks(page) == []
    page.keyboard.press("a")
    expect(page.locator("#links form")).to_be_visible()
    assert faults_of_looks(page) == []
    page.set_viewport_size({"width": 640, "height": 450})
    assert not overflows(page)
    page.keyboard.press("s")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Ivan Petrov")
    expect(page.get_by_text("“Ivan Petrov”, somebody new")).to_be_visible()
