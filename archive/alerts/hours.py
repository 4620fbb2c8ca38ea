"""When digests go out: at six in the morning UTC, the weekly ones on Mondays."""

from datetime import UTC, datetime, timedelta

from archive.models.alerts.kinds import AlertRhythm

HOUR = 6


def hour_before(at: datetime, rhythm: AlertRhythm | str) -> datetime:
    """The last time at which digests of this rhythm went out."""
    six = at.astimezone(UTC).replace(hour=HOUR, minute=0, second=0, microsecond=0)
    today = six if six <= at else six - timedelta(days=1)
    return today - timedelta(days=today.weekday()) if rhythm == AlertRhythm.WEEKLY else today
