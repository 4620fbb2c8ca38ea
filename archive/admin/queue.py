"""Queues of the machine's questions: nobody pages to the end, and counting them all asks of each whether it was answered meanwhile."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property

MOST_COUNTED = 10_000


class QueuePaginator(Paginator):
    """Counts, and shows, the first ten thousand: the rest comes up as these are answered."""

    @cached_property
    def count(self) -> int:
        return self.object_list.order_by()[:MOST_COUNTED].count()
