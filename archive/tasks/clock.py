"""The clock of the machine, held against what the record wrote down last.

What happened after what is told by the numbers of Events and Revisions and by the log, never by their times: so a clock that was put back
changes no order, and what it said is written down as it was. But somebody has to hear of it.
"""

import logging
from datetime import datetime, timedelta

from django.utils import timezone

from archive.models import Event

LOOKED_AT = 100  # Events, the newest: one act may write several of one time
BETWEEN_MACHINES = timedelta(minutes=1)  # as far as the clocks of two that write may be apart
logger = logging.getLogger(__name__)


def behind(now: datetime) -> timedelta:
    """How far the clock is behind the newest of the last Events; nothing where it is not, or no further than two machines may be apart."""
    newest = max(Event.objects.order_by("-id").values_list("at", flat=True)[:LOOKED_AT], default=now)
    return newest - now if newest - now > BETWEEN_MACHINES else timedelta()


def tell_if_behind() -> None:
    if late := behind(timezone.now()):
        logger.error(
            "The clock of this machine is %s behind what the record wrote down last: it was put back, or was ahead before. Put it right; "
            "what is done meanwhile keeps its order and tells the wrong time.",
            late,
        )
