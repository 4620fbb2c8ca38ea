"""What is known of a text beside its words, by the one who brings it or by its page: outlet, address, date."""

from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.utils.translation import gettext

from archive.acts import record, save_valid
from archive.edtf import EdtfError, parse
from archive.enums import ArticleKind, Verb
from archive.errors import Refused
from archive.fetching import canonical, same_site
from archive.fetching.spellings import address_key
from archive.matching.captures import reads_the_same
from archive.matching.sketches import share_of_runs
from archive.models import Article, Outlet, User
from archive.models.fields import free_slug, refuse_inward_address
from archive.reading import ReadText

ALIKE = 0.6  # of the shorter text's runs of words, for two texts to be captures of one article


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
    charset: str = ""  # how its letters are written; empty: as the bytes tell
    language: str = ""  # empty: as the text tells
    fetched: str = ""  # where the page itself was found, if it was fetched
    is_claimed: bool = False  # the address is only what the page says of itself
    version_of: Article | None = None  # the article that a person says it is a version of, whatever its address


UNKNOWN = Provenance()


def expect_date_and_address(provenance: Provenance) -> None:
    """Refuses a date that is none, and an address that is none."""
    try:
        if provenance.published:
            parse(provenance.published)
        if provenance.url:
            _expect_address(provenance.url)
    except EdtfError as error:
        raise Refused(gettext("Publication date: %(error)s") % {"error": error}) from error
    except ValidationError as error:
        raise Refused(gettext("“%(url)s” is no web address. Write it as https://….") % {"url": provenance.url[:200]}) from error


def with_address(provenance: Provenance, found: ReadText) -> Provenance:
    """A page may say where it stands; who brings it knows better, and what is no address is left out. Kept in its canonical form."""
    if provenance.url:
        return replace(provenance, url=canonical(provenance.url), fetched=found.fetched)
    try:
        url = canonical(found.address and _expect_address(found.address))
    except ValidationError:
        url = ""
    is_own = bool(found.fetched) and address_key(url) == address_key(found.fetched)
    return replace(provenance, url=url, fetched=found.fetched, is_claimed=bool(url) and not is_own)


def expect_own_place(provenance: Provenance, text: str) -> Provenance:
    """An address that only the page claims never gives it another article's place. Where another text stands there, a page that was
    fetched is known by where it was found; of a file nobody can tell, so that a person has to say it."""
    article = Article.objects.at(provenance.url).first() if provenance.is_claimed else None
    captures = list(article.documents.defer("raw")) if article else []
    if not captures or any(reads_the_same(one.text, text) or share_of_runs(one.text, text) >= ALIKE for one in captures):
        return provenance
    if provenance.fetched:
        return replace(provenance, url=provenance.fetched, is_claimed=False)
    told = gettext(
        "The page says that it stands at %(url)s, but “%(other)s” stands there in other words. Give the address at which it stands."
    )
    raise Refused(told % {"url": provenance.url, "other": captures[0]})


def believed(outlet: Outlet | None, provenance: Provenance) -> Outlet | None:
    """The outlet that a page says it is of: not where it was fetched from another site than the outlet's own."""
    foreign = outlet and outlet.homepage and provenance.fetched and not same_site(outlet.homepage, provenance.fetched)
    return None if foreign else outlet


def _expect_address(url: str) -> str:
    URLValidator(schemes=["http", "https"])(url)
    refuse_inward_address(url)
    MaxLengthValidator(Article._meta.get_field("url").max_length)(url)
    return url


def named_outlet(name: str, *, by: User | None = None) -> Outlet:
    """The Outlet of this name, entered if there is none; its time zone and policy are for a person to set."""
    outlet = Outlet.objects.named(name).first()
    if outlet is None:
        outlet = enter_outlet(Outlet(name=" ".join(name.split())), by=by)
    return outlet


def enter_outlet(outlet: Outlet, *, by: User | None = None) -> Outlet:
    """Keep one that is new, under an address made of its name."""
    outlet.slug = free_slug(Outlet, outlet.name)
    save_valid(outlet)
    record(Verb.ENTERED, outlet, by=by, name=outlet.name)
    return outlet
