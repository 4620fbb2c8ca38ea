"""The form of a speaker at the desk: all that is known of it, and why it changes where the public sees it."""

from collections.abc import Iterator

from archive.admin.statements.speaker_form import SpeakerCorrectionForm
from archive.desk.putting_right import DeskForm
from archive.models import Speaker


class SpeakerForm(SpeakerCorrectionForm, DeskForm):
    """As the admin corrects a speaker, with the first year, which is not public."""

    columns = ("name", "kind", "description", "since")

    def others(self) -> Iterator[tuple[Speaker, str]]:
        """Speakers that have a number which was typed for this one."""
        for row in self.identifiers:
            if row.known:
                yield row.known.speaker, str(row.known)
