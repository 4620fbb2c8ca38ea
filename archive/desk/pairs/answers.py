"""The answers on a pair, each in one line of everyday words: the later words say this of the earlier, or of a claim."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from archive.enums import Answer
from archive.linking.forces import possible_answers

OF_EARLIER: dict[Answer, Any] = {
    Answer.SAME: _("True under the same conditions, whatever the wording."),
    Answer.VARIANT: _("The same but for a figure, a date, a place or a name."),
    Answer.NARROWER: _("True whenever the earlier is, and tells less or of fewer."),
    Answer.WIDER: _("The earlier is true whenever this is; this tells more or of more."),
    Answer.DENIES: _("If one is true, the other is not."),
    Answer.RELAYS: _("Tells that somebody else says it, without saying it too."),
    Answer.TOPIC: _("About the same thing, but neither tells whether the other is true."),
    Answer.DIFFERENT: _("They have nothing to do with each other."),
    Answer.UNDECIDED: _("I looked and can’t tell. It stays open for others."),
}
OF_CLAIM = OF_EARLIER | {
    Answer.NARROWER: _("True whenever the claim is, and tells less or of fewer."),
    Answer.WIDER: _("The claim is true whenever these words are; they tell more or of more."),
}


@dataclass(frozen=True)
class Offered:
    """An answer as a button: its key, its name and what it means."""

    key: str
    answer: Answer
    meanings: dict[Answer, Any] = field(default_factory=lambda: OF_EARLIER)

    @property
    def label(self) -> str:
        return str(self.answer.label)

    @property
    def means(self) -> str:
        return str(self.meanings[self.answer])


def offered(later: str, earlier: str) -> list[Offered]:
    """What may be answered on words that are held so, in the order of the keys."""
    return [Offered(str(key), answer) for key, answer in enumerate(possible_answers(later, earlier), 1)]
