"""The words of one of two statements, with what the other has not marked."""

from collections.abc import Iterable

from django.utils.safestring import SafeString

from timeline.chronology import Segment
from timeline.printing.changed import added, removed
from timeline.printing.markup import joined
from timeline.printing.spine import TEXT


def only_in_earlier(pieces: Iterable[Segment]) -> SafeString:
    return joined([removed(one.text) if one.marked else TEXT(one.text) for one in pieces])


def only_in_later(pieces: Iterable[Segment]) -> SafeString:
    return joined([added(one.text) if one.marked else TEXT(one.text) for one in pieces])
