"""What is known of a text beside its words, by the one who brings it or by its page: outlet, address, date."""

from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator

from archive.acts import record, save_valid
from archive.edtf import EdtfError, parse
from archive.enums import ArticleKind, Verb
from archive.errors import Refused
from archive.fetching import canonical
from archive.models import Article, Outlet, User
from archive.models.fields import free_slug


@dataclass(frozen=True)
class Provenance:
    """Where a text comes from, as far as the one who brings it knows."""

    outlet: Outlet | None = None
    url: str = ""
    published: str = ""
    title: str = ""
    kind: str = ArticleKind.ARTICLE
    file_name: str = ""
    form: str = ""  # of the bytes; empty: as their beginning or the file's name tells


UNKNOWN = Provenance()


def expect_date_and_address(provenance: Provenance) -> None:
    """Refuses a date that is none, and an address that is none."""
    try:
        if provenance.published:
            parse(provenance.published)
        if provenance.url:
            _expect_address(provenance.url)
    except EdtfError as error:
        raise Refused(f"Publication date: {error}") from error
    except ValidationError as error:
        raise Refused(f"“{provenance.url[:200]}” is no web address. Write it as https://….") from error


def with_address(provenance: Provenance, address: str) -> Provenance:
    """A page may say where it stands; who brings it knows better, and what is no address is left out. Kept in its canonical form."""
    try:
        found = provenance.url or (address and _expect_address(address))
    except ValidationError:
        found = ""
    return replace(provenance, url=canonical(found))


def _expect_address(url: str) -> str:
    URLValidator(schemes=["http", "https"])(url)
    MaxLengthValidator(Article._meta.get_field("url").max_length)(url)
    return url


def named_outlet(name: str, *, by: User | None = None) -> Outlet:
    """The Outlet of this name, entered if there is none; its time zone and policy are for a person to set."""
    outlet = Outlet.objects.named(name).first()
    if outlet is None:
        outlet = Outlet(name=" ".join(name.split()), slug=free_slug(Outlet, name))
        save_valid(outlet)
        record(Verb.ENTERED, outlet, by=by, name=outlet.name)
    return outlet
