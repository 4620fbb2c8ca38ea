"""Suggestions are judged one pair after the other, with one click each, and undone as easily."""

import pytest
from django.urls import reverse

from archive import linking
from archive.admin.claims.pair import apart, changes_of
from archive.enums import Answer
from archive.linking.side import Side
from archive.linking.waiting.refusals import refusal_of
from archive.matching.aloud import sentence
from archive.models import Judgement, Occurrence, Suggestion
from tests.archive.admin.conftest import signed_in
from tests.archive.admin.forms import messages, save
from tests.factories import make_accepted_statement, make_claim, make_document, the_chief

LIST = reverse("admin:archive_suggestion_changelist")
SAYINGS = [
    ("2019-05", "The northern bridge over the river Veyra will be opened to freight trains."),
    ("2021-03-02", "The northern bridge over the river Veyra will soon be opened to freight trains."),
    ("2023-05-17", "The northern bridge over the river Veyra shall be opened to all freight trains."),
]


def page_of(suggestion: Suggestion) -> str:
    return reverse("admin:archive_suggestion_change", args=[suggestion.pk])


def judge(client, suggestion: Suggestion, answer: str, **typed):
    return client.post(reverse("admin:archive_suggestion_judge", args=[suggestion.pk]), {"answer": answer} | typed)


@pytest.fixture
def queue(db) -> list[Suggestion]:
    statements = [
        make_accepted_statement(make_document(f"Before it. {words} After it, {day}."), words, said_on=day) for day, words in SAYINGS
    ]
    linking.suggest(statements)
    return list(Suggestion.objects.open())


def test_queue_is_best_first_and_holds_what_is_open(editor, queue):
    judge(editor, queue[1], "different")

    rows = list(editor.get(LIST).context["cl"].result_list)
    judged = list(editor.get(LIST, {"state": "judged"}).context["cl"].result_list)

    assert (rows, judged) == ([queue[0], queue[2]], [queue[1]])


def test_pair_is_closed_by_a_link_that_is_widened_over_its_words(editor):
    words = "The toll stays. The northern bridge over the river Veyra will be opened to freight trains."
    one, other = (make_accepted_statement(make_document(f"{words} {day}"), words, said_on=day) for day in ("2021", "2022"))
    passages = [statement.passages.order_by("start").last() for statement in (other, one)]
    pair = Suggestion.objects.create(
        passage=passages[0], other=passages[1], score=0.9, label="same", band="likely", method="m", version="1", rank=1
    )
    claim = make_claim()
    linking.join(Side(one, one.start, one.end), claim, by=the_chief())
    part = linking.join(Side(other, other.start, other.start + len("The toll stays.")), claim, by=the_chief())
    pair.refresh_from_db()
    before = pair.status

    save(editor, reverse("admin:archive_occurrence_change", args=[part.pk]), text=words, start="", end="")

    pair.refresh_from_db()
    part.refresh_from_db()
    assert (before, pair.status, part.words) == ("open", "settled", words)


def test_pair_page_shows_both_sides_and_all_answers(editor, queue):
    pair = queue[0]
    html = editor.get(page_of(pair)).content.decode().replace("<strong>", "").replace("</strong>", "")

    shown = [
        f"<mark>{pair.passage.text}</mark>",
        f"<mark>{pair.other.text}</mark>",
        "Before it.",
        "After it,",
        sentence(pair.reasons).split("'")[0],
    ]
    buttons = [f'name="answer" value="{answer}"' for answer in Answer.values]
    assert [piece for piece in shown + buttons if piece not in html] == []
    assert pair.passage.statement.attributions.get().name in html
    assert pair.passage.statement.document.outlet.name in html


@pytest.mark.parametrize("answer", Answer.values)
def test_one_click_judges_and_goes_on(editor, queue, answer):
    reply = judge(editor, queue[0], answer, claim_text="The bridge opens.")

    judgement = Judgement.objects.get()
    following = editor.get(reply.url)
    assert (judgement.answer, judgement.judged_by) == (answer, editor.user)
    assert reply.url.startswith(page_of(queue[1]))
    assert reverse("admin:archive_suggestion_undo", args=[queue[0].pk, judgement.pk]) in following.content.decode()
    assert Occurrence.objects.exists() is (answer in Answer.joining())


def test_judgement_is_undone_from_the_next_page(editor, queue):
    judge(editor, queue[0], "same", claim_text="The bridge opens.")

    reply = editor.post(reverse("admin:archive_suggestion_undo", args=[queue[0].pk, Judgement.objects.get().pk]))

    assert reply.url == page_of(queue[0])
    assert messages(reply) == ["Undone. Here is the pair again."]
    assert not Occurrence.objects.exists()
    assert queue[0] in Suggestion.objects.open()


def test_claim_is_chosen_or_given_in_new_words(editor, queue):
    known = make_claim("The bridge will be opened.")

    judge(editor, queue[0], "same", claim=known.pk)
    judge(editor, queue[1], "wider", claim_text="The bridge\r\nserves freight.", note="Of all trains.")

    assert [judgement.claim.text for judgement in Judgement.objects.order_by("id")] == [known.text, "The bridge serves freight."]


def test_claim_both_chosen_and_typed_is_asked_about(editor, queue):
    reply = judge(editor, queue[0], "same", claim=make_claim().pk, claim_text="Other words")

    assert reply.context["form"].errors == {"claim_text": ["Choose a claim or write a new one, not both."]}
    assert Judgement.objects.count() == 0


def test_refusal_keeps_the_pair_and_what_was_typed(editor, queue):
    judge(editor, queue[0], "different")

    reply = judge(editor, queue[0], "same", claim_text="Other words")

    assert "answered this pair already" in reply.content.decode()
    assert reply.context["form"]["claim_text"].value() == "Other words"


def test_last_pair_leads_back_to_the_list(editor, queue):
    reply = judge(editor, queue[-1], "topic")

    assert reply.url == LIST
    assert "Look at it, or undo it" in messages(reply)[0]


def test_reader_sees_the_pair_and_judges_nothing(queue):
    viewer = signed_in("viewer")

    assert 'name="answer"' not in viewer.get(page_of(queue[0])).content.decode()
    assert judge(viewer, queue[0], "same").status_code == 403
    assert Judgement.objects.count() == 0


def test_pair_in_the_same_words_says_so(editor):
    one, two = (
        make_accepted_statement(words="The bridge opens to all freight trains.", said_on=day) for day in ("2020-05-01", "2021-05-01")
    )
    linking.suggest([two])

    html = editor.get(page_of(Suggestion.objects.get(passage__statement=two, other__statement=one))).content.decode()

    assert "No word changed:" in html
    assert "Words that changed:" not in html


@pytest.fixture
def translated(queue) -> Suggestion:
    """The least sure of the queue, as if its sides were of two languages."""
    Suggestion.objects.filter(pk=queue[-1].pk).update(label="translation")
    return Suggestion.objects.get(pk=queue[-1].pk)


def mark(client, suggestion: Suggestion, side: str):
    return client.post(reverse("admin:archive_suggestion_translation", args=[suggestion.pk]), {"translated": side})


@pytest.mark.parametrize("side", ["later", "earlier"])
def test_one_click_marks_a_translation_and_goes_on(editor, queue, translated, side):
    later, earlier = translated.passage.statement, translated.other.statement
    one, original = (later, earlier) if side == "later" else (earlier, later)

    reply = mark(editor, translated, side)

    one.refresh_from_db()
    translated.refresh_from_db()
    assert (one.translation_of, translated.status) == (original, "settled")
    assert "Look at it, or undo it" in messages(reply)[0]
    assert reply.url == LIST


def test_marking_goes_on_to_the_next_pair(editor, queue, translated):
    Suggestion.objects.filter(pk=queue[0].pk).update(label="translation")

    reply = mark(editor, queue[0], "later")

    assert reply.url == page_of(queue[1])


def test_pair_page_offers_to_mark_what_may_be_a_translation_alone(editor, queue, translated):
    offered = [b'name="translated"' in editor.get(page_of(pair)).content for pair in (queue[0], translated)]

    assert offered == [False, True]


def test_refused_marking_leads_back_to_the_pair_with_the_reason(editor, queue, translated):
    mark(editor, translated, "later")

    reply = mark(editor, translated, "later")

    assert ("marked as a translation already" in messages(reply)[-1], reply.url) == (True, page_of(translated))


def test_side_that_is_none_marks_nothing(editor, queue, translated):
    reply = mark(editor, translated, "both")

    translated.refresh_from_db()
    assert (translated.status, reply.url) == ("open", page_of(translated))


def test_who_may_not_change_statements_marks_nothing(queue, translated):
    assert mark(signed_in("viewer"), translated, "later").status_code == 403


LEFT = {
    "below": ("below the threshold", "left"),
    "refused": ("editors found such pairs different", "left"),
    "behind": ("behind better ones of the same words", "behind"),
    "beside": ("asked by a better pair of the same claims or words", "beside"),
}


@pytest.mark.parametrize("status", LEFT)
def test_pair_that_is_put_to_nobody_is_shown_when_asked_for_and_may_be_answered(status, editor, queue):
    told, state = LEFT[status]
    Suggestion.objects.filter(pk=queue[0].pk).update(status=status)

    listed = editor.get(LIST, {"state": state})
    page = editor.get(page_of(queue[0])).content.decode()
    judge(editor, queue[0], "same", claim_text="The bridge opens.")

    assert queue[0] not in editor.get(LIST).context["cl"].result_list
    assert list(listed.context["cl"].result_list) == [queue[0]]
    assert told in listed.content.decode()
    assert f"Nobody is asked about this pair: {told}." in " ".join(page.split())
    assert Judgement.objects.get().answer == "same"


def test_list_says_how_many_are_left(editor, queue):
    assert "below the threshold of" not in editor.get(LIST).content.decode()
    for pair, status in zip(queue, ("below", "refused", "behind"), strict=True):
        Suggestion.objects.filter(pk=pair.pk).update(status=status)

    html = " ".join(editor.get(LIST).content.decode().split())

    assert '<a href="?state=left">2 more pairs lie below the threshold of' in html
    assert "(1 of them since editors found such pairs different)" in html
    assert '<a href="?state=behind">1 comes up when better ones' in html


@pytest.fixture
def two_figures(db) -> Suggestion:
    texts = [f"The new harbour bridge will cost {figure} million crowns by the end of the year." for figure in (40, 55)]
    statements = [make_accepted_statement(words=words, said_on=f"202{at}") for at, words in enumerate(texts)]
    linking.suggest(statements)
    return Suggestion.objects.get()


def test_what_a_guard_found_is_stressed_in_both_texts(editor, two_figures):
    html = editor.get(page_of(two_figures)).content.decode()

    assert two_figures.places
    assert html.count("<strong>40 million") + html.count("<strong>40</strong>") == 1
    assert html.count("<strong>55 million") + html.count("<strong>55</strong>") == 1


def test_words_that_changed_are_stressed_where_no_guard_found_any(editor, queue):
    pair = next(pair for pair in queue if not pair.places)
    changed = [change.words for change in changes_of(pair.other.text, pair.passage.text) if change.op != "same"]

    html = editor.get(page_of(pair)).content.decode()

    assert changed
    assert [words for words in changed if f"<strong>{words}</strong>" not in html] == []


@pytest.mark.parametrize(
    ("spans", "shown"), [([[4, 9], [0, 2]], [(0, 2), (4, 9)]), ([[0, 5], [3, 8], [8, 9]], [(0, 9)]), ([[0, 9], [2, 3]], [(0, 9)]), ([], [])]
)
def test_places_that_run_into_each_other_are_one(spans, shown):
    assert apart(spans) == shown


def test_refused_pair_says_why_first(editor, queue):
    Suggestion.objects.filter(pk=queue[0].pk).update(status="refused", reasons=["the number agrees: 4", "both say 'the northern bridge'"])

    html = editor.get(page_of(queue[0])).content.decode().replace("&#x27;", "'")

    assert "Editors found such pairs different: both say 'the northern bridge'; the number agrees: 4;" in html


def test_pair_refused_for_its_words_says_so():
    assert refusal_of(["the same words"]) == "editors found such pairs different: these words, beside nearly the same others"
