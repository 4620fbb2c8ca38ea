"""What a person typed on a card and did not save stands there again, and goes with the act that saves it."""

from collections.abc import Sequence

from archive.desk.review.card_form import CardForm
from archive.desk.review.cards import Card
from archive.models import Statement, User
from archive.working import kept_input


def put_back(person: User, cards: Sequence[Card]) -> None:
    drafts = {card.key: card for card in cards if card.is_draft and not card.form.is_bound}
    for key, kept in kept_input.of_pages(person, drafts).items():
        card = drafts[key]
        card.kept, card.form = kept, CardForm(card.statement, kept.posted)


def saved(person: User, statement: Statement) -> None:
    kept_input.forget(person, Card.key_of(statement))
