"""What the pages of pairs show where nothing else waits."""

from django.urls import reverse

from archive import linking
from archive.enums import Force
from archive.models import Suggestion
from tests.archive.desk.pairs.test_pair import answer, at
from tests.factories import make_accepted_statement, make_document


def test_where_none_waits_the_list_says_so(editor):
    assert "0 questions wait" in editor.get(reverse("desk:one-occasions")).content.decode()


def test_what_somebody_denies_is_offered_no_likening(editor, db):
    words = "The northern bridge over the river Veyra will be opened to freight trains."
    said = make_accepted_statement(None, words, said_on="2020")
    denied = make_accepted_statement(None, f"That {words}", said_on="2022", force=Force.DENIED)
    linking.suggest([said, denied])
    pair = Suggestion.objects.get()

    html = editor.get(at(pair)).content.decode()
    refused = answer(editor, pair, "same")

    assert 'value="same"' not in html
    assert "What speaks against it" in html
    assert "or correct first how it is said" in refused.content.decode()


def test_words_are_shown_in_their_context_and_whole(editor, db):
    """A long text is cut at words; what stands at its end is not."""
    words = "The northern bridge over the river Veyra will be opened to freight trains."
    long = " ".join(["padding"] * 100)
    said = [make_accepted_statement(make_document(f"{long} {words} {long} {day}."), words, said_on=day) for day in ("2020", "2021")]
    linking.suggest(said)

    earlier, later = editor.get(at(Suggestion.objects.get())).context["question"].shown

    assert (earlier.before[:9], later.after[-9:]) == ("… padding", "padding …")
    assert later.parts == [(words, False)]
