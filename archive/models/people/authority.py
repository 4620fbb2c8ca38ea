"""Who a Speaker is for others: the numbers under which registers know him, and of which party and country he was when."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from archive.authorities.countries import country_named
from archive.authorities.numbers import LONGEST, NotOne, Scheme, address_of, read_identifier
from archive.models.fields import refuse_bidi_controls
from archive.models.people.lasting import Lasting, ends_after_it_begins
from archive.models.speaker import Speaker


class AffiliationKind(models.TextChoices):
    """What a Speaker belongs to besides roles."""

    PARTY = "party", _("party")
    COUNTRY = "country", _("country")


class SpeakerIdentifier(models.Model):
    """One row is the number of a Speaker in one register. Two speakers never have the same: then they are one."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("register"), max_length=16, choices=Scheme, default=Scheme.WIKIDATA)
    value = models.CharField(_("number"), max_length=LONGEST)

    class Meta:
        ordering = ["scheme", "value"]
        verbose_name = _("number in a register")
        verbose_name_plural = _("numbers in registers")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="identifier_of_one_speaker",
                violation_error_message=_("Another speaker has this number already."),
            ),
            models.CheckConstraint(condition=models.Q(scheme__in=Scheme.values), name="identifier_scheme_known"),
            models.CheckConstraint(condition=~models.Q(value=""), name="identifier_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()}: {self.value}"

    @property
    def url(self) -> str:
        return address_of(self.scheme, self.value)

    def clean(self) -> None:
        """Also makes of what was pasted the number itself."""
        try:
            self.value = read_identifier(self.scheme, self.value)
        except NotOne as fault:
            raise ValidationError({"value": str(fault)}) from fault


class Affiliation(Lasting):
    """One row says of which party or country a Speaker was, from one date until another. One table, since both are asked alike; apart
    from roles, which are printed beside words and compared with them."""

    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="affiliations")
    kind = models.CharField(_("kind"), max_length=16, choices=AffiliationKind, default=AffiliationKind.PARTY)
    name = models.CharField(_("name"), max_length=200, validators=[refuse_bidi_controls], help_text=_("A country by its two letters: DE."))

    class Meta:
        ordering = ["kind", "since_earliest", "id"]
        verbose_name = _("party or country")
        verbose_name_plural = _("parties and countries")
        constraints = [
            ends_after_it_begins("affiliation_ends_after_it_begins", _("It ends before it begins.")),
            models.CheckConstraint(condition=models.Q(kind__in=AffiliationKind.values), name="affiliation_kind_known"),
            models.CheckConstraint(condition=~models.Q(name=""), name="affiliation_has_name"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.shown}"

    @property
    def shown(self) -> str:
        """The party, or the country by its name in the reader's language."""
        return country_named(self.name) if self.kind == AffiliationKind.COUNTRY else self.name

    def clean(self) -> None:
        super().clean()
        if self.kind == AffiliationKind.COUNTRY and country_named(self.name) == self.name:
            raise ValidationError({"name": gettext("“%s” is no country. Write its name, or its two letters.") % self.name})
