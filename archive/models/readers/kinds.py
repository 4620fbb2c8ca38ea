"""What readers may say is wrong and what becomes of that; what is worked out of the whole archive."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ErrorKind(TextChoices):
    """What a reader says is wrong."""

    WORDS = "words", _("The words are not what stands in the source")
    PERSON = "person", _("Somebody else said it")
    DATE = "date", _("The date is wrong")
    CLAIM = "claim", _("It does not say this claim, or not so")
    SOURCE = "source", _("The source, its title or its address is wrong")
    OTHER = "other", _("Something else")


class ErrorAnswer(TextChoices):
    """What became of a reader's report of an error."""

    MENDED = "mended", _("mended")
    NOTHING = "nothing", _("nothing to mend")
    SPAM = "spam", _("spam")


class FiguresOf(TextChoices):
    """What is worked out once a day of the whole archive."""

    COVERAGE = "coverage", _("what was read")
    LINKING = "linking", _("how well the program links")
    LOG = "log", _("whether the log and the record agree")
