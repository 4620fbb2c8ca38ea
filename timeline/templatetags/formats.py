"""How a page of a list leads to its formats: a line that people see, and links for their programs."""

from django import template
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from timeline.formats.table import FORMATS
from timeline.lists.listed import Listed
from timeline.printing.markup import NOTHING, joined, part

register = template.Library()

ROW = part('<p class="note formats">%s %s</p>')
LINK = part('<a rel="nofollow" href="%s">%s</a>')
ALTERNATE = part('<link rel="alternate" type="%s" title="%s" href="%s">')


@register.simple_tag
def formats(listed: Listed) -> SafeString:
    """“Take this list away: Atom · CSV · …”; nothing where there is nothing to take, because a filter can't be read."""
    links = [LINK(listed.url_of(one.file), one.name) for one in FORMATS.values()]
    return ROW(_("Take this list away:"), joined(links, " · ")) if listed.is_answerable else NOTHING


@register.simple_tag
def alternates(listed: Listed) -> SafeString:
    title = f"{settings.SITE_NAME}: {listed.name}"
    links = [ALTERNATE(one.media_type.partition(";")[0], f"{title} ({one.name})", listed.url_of(one.file)) for one in FORMATS.values()]
    return joined(links, "\n") if listed.is_answerable else NOTHING
