"""A speaker, typed: so that a page that asks for one needs no script."""

from urllib.parse import unquote

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _

from archive.admin.base.links import rows_of
from archive.models import Speaker

MOST_NAMED = 20  # that some typed letters may mean


class TypedSpeakerField(forms.CharField):
    """A standing speaker by an address, a name, or a part of one in any spelling, where it is the only one."""

    def clean(self, value: str) -> Speaker:
        typed = super().clean(value)
        slug = unquote(typed.rstrip("/").rsplit("/", 1)[-1])
        standing = Speaker.objects.standing()
        if exact := standing.filter(slug=slug).first() or Speaker.objects.the_one_called(typed):
            return exact
        found = list(standing.spelled(typed)[:MOST_NAMED])
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(_("Nobody is called so, or has this address."))
        named = rows_of(format_html("{} <code>{}</code>", one, one.slug) for one in found)
        raise forms.ValidationError(format_html("{}{}", _("Several are called so. Write the address of the one you mean:"), named))
