"""The one error that stages raise for a person: a refusal with a sentence that says what to do."""


class Refused(Exception):  # noqa: N818 - says what happened, as the editor reads it
    """A guard said no. The message is shown as it is to the editor; nothing was changed."""


class Stale(Refused):
    """Somebody else changed the row since it was read."""
