"""What several tables share: opaque public ids, folded search keys, dates with a precision; and rows that fit one of several conditions."""

import re
import secrets
import unicodedata
from collections.abc import Callable, Sequence
from itertools import chain, count
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from archive import edtf, lookalikes, romanised
from archive.fetching.addresses import read_public_address
from archive.fetching.spellings import address_key
from archive.fetching.unfetched import Unfetched
from archive.matching.words import SPELLED
from archive.models.history import Redirect
from archive.slugs import slug_of

PUBLIC_ID_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's base 32: no i, l, o, u to misread
PUBLIC_ID_LENGTH = 10
TYPED_OTHERWISE = str.maketrans({"\u2010": "-", "\u2011": "-", "\u02bc": "'", "\u2019": "'", **dict.fromkeys("\u00ad\u200b\u2060\ufeff")})
LONGEST_LETTERS = 1000
INITIAL = re.compile(r"(?<![^\W_])([^\W\d_]\.)(?=[^\W\d_])")
Deconstructed = tuple[str, str, Sequence[Any], dict[str, Any]]  # name, path, arguments, named arguments


def new_public_id() -> str:
    """Ten random characters: 50 bits, so that an address tells nothing of how many drafts there are."""
    return "".join(secrets.choice(PUBLIC_ID_ALPHABET) for _ in range(PUBLIC_ID_LENGTH))


def folded(text: str) -> str:
    """The key under which a name is compared and searched: NFC, case-folded, white space joined, and the same however it was typed:
    hyphens, apostrophes, initials with a space between them or without, and what is not seen."""
    return " ".join(INITIAL.sub(r"\1 ", as_typed(text).translate(TYPED_OTHERWISE)).split())


def as_typed(text: str) -> str:
    """The same, of the very hyphens, apostrophes and spaces that stand there."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).split())


def letters_alone(text: str) -> str:
    """What a part of a name is looked for in: its letters and digits, without accents. Nobody has to type the rest as it stands."""
    apart = unicodedata.normalize("NFKD", text.casefold()).translate(SPELLED)
    return "".join(filter(str.isalnum, apart))[:LONGEST_LETTERS]


def free_slug(model: type[models.Model], words: str) -> str:
    """An address made of the words, in any script, with a number behind it when it is taken, or was and leads elsewhere since.

    Behind a number stands “-no2”: “-2” would make 54.2 of 54.
    """
    stem = slug_of(words) or model.__name__.lower()
    mark = "no" if stem[-1].isdigit() else ""
    slugs = chain([stem], (f"{stem}-{mark}{number}" for number in count(2)))
    return next(slug for slug in slugs if _is_free(model, slug))


def _is_free(model: Any, slug: str) -> bool:
    taken = model._default_manager.filter(slug=slug).exists()
    return not taken and not Redirect.objects.filter(old_path=model(slug=slug).get_absolute_url()).exists()


def refuse_bidi_controls(text: str) -> None:
    """A name with signs that nobody sees, such as direction marks or spaces without width, can pass for another: refuse it."""
    if lookalikes.holds_unseen(text):
        raise ValidationError(_("This name holds signs that nobody sees, such as direction marks. Type it again without them."))


def refuse_inward_address(text: str) -> None:
    """Wherever an address is kept: http or https, of the public web, without a name or password in it."""
    try:
        read_public_address(text)
    except Unfetched as error:
        raise ValidationError(str(error), code="inward") from error


def validate_edtf(text: str) -> None:
    try:
        edtf.parse(text)
    except edtf.EdtfError as error:
        raise ValidationError(str(error)) from error


def validate_closed_edtf(text: str) -> None:
    """A said-on date needs an end: words are not being said for ever."""
    validate_edtf(text)
    if edtf.parse(text).is_open:
        raise ValidationError(_("This date has no end. Write a closed interval, such as 2017/2023."))


if TYPE_CHECKING:
    Characters = models.CharField[str, str]
else:
    Characters = models.CharField  # which takes no types when it runs


class PublicIdField(Characters):
    """An opaque random id for public addresses; sequential numbers leak drafts and collide on import."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs |= {"max_length": 16, "unique": True, "editable": False, "default": new_public_id}
        super().__init__(**kwargs)


class KeyField(Characters):
    """What a function makes of another column, kept on every save."""

    key_of: Callable[[str], str]

    def __init__(self, *, source: str, **kwargs: Any) -> None:
        self.source = source
        kwargs["editable"] = False
        super().__init__(**kwargs)

    def deconstruct(self) -> Deconstructed:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"source": self.source}

    def pre_save(self, instance: models.Model, add: bool) -> str:
        key = type(self).key_of(getattr(instance, self.source))
        setattr(instance, self.attname, key)
        return key


class AddressKeyField(Characters):
    """What the addresses of one page have in common, kept on every save of the column that holds one of them."""

    def __init__(self, *, source: str, **kwargs: Any) -> None:
        self.source = source
        kwargs |= {"max_length": 64, "blank": True, "editable": False, "db_index": True}
        super().__init__(**kwargs)

    def deconstruct(self) -> Deconstructed:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"source": self.source}

    def pre_save(self, instance: models.Model, add: bool) -> str:
        url = getattr(instance, self.source)
        key = address_key(url) if url else ""
        setattr(instance, self.attname, key)
        return key


class FoldedField(KeyField):
    """The folded key of another column; SQLite's own case folding knows ASCII only.

    Of two rows that once stood apart by their typing alone the second keeps its key of then for as long as it has its name: migration 0060
    left it so, for people to decide whether they are one.
    """

    key_of = staticmethod(folded)

    def pre_save(self, instance: models.Model, add: bool) -> str:
        had: str = getattr(instance, self.attname)
        return had if had and had == as_typed(getattr(instance, self.source)) else super().pre_save(instance, add)


class LettersField(KeyField):
    """What readers look for a part of another column in."""

    key_of = staticmethod(letters_alone)

    def __init__(self, *, source: str, **kwargs: Any) -> None:
        super().__init__(source=source, **kwargs | {"max_length": LONGEST_LETTERS, "blank": True})


class RomanisedField(KeyField):
    """The key that transliterations of a name share. It may be as long as three times the name."""

    key_of = staticmethod(romanised.key_of)


class SkeletonField(KeyField):
    """What names share that look the same on paper."""

    key_of = staticmethod(lookalikes.skeleton)


class EdtfField(Characters):
    """A date with its precision as an EDTF string; `prefix` names the columns that follow from it.

    `prefix="said"` fills `said_earliest`, `said_latest` and `said_sort` on every save, whichever of them the model has.
    They must be declared after this field, and `save(update_fields=…)` must name them too.
    """

    def __init__(self, *, prefix: str, **kwargs: Any) -> None:
        self.prefix = prefix
        kwargs |= {"max_length": kwargs.get("max_length", 64), "blank": kwargs.get("blank", True)}
        super().__init__(**kwargs)

    def deconstruct(self) -> Deconstructed:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"prefix": self.prefix}

    def pre_save(self, instance: models.Model, add: bool) -> str:
        text: str = getattr(instance, self.attname)
        date = edtf.parse(text) if text else None
        columns = {
            f"{self.prefix}_earliest": date and date.earliest,
            f"{self.prefix}_latest": date and date.latest,
            f"{self.prefix}_sort": date.sort_key if date else edtf.UNDATED_SORT,
        }
        for column, value in columns.items():
            if hasattr(instance, column):
                setattr(instance, column, value)
        return text
