"""A histogram: its bars, and the same as the rows of a table. What is nothing has neither."""

from django.utils.safestring import SafeString

from timeline.charts import Histogram
from timeline.printing.markup import joined, part

BAR = part('<rect class="fill" x="%s" y="%s" width="%s" height="%s"/>')
ROW = part('<tr><th scope="row"><a href="%s">%s</a></th><td class="n">%s</td></tr>')


def bars(histogram: Histogram) -> SafeString:
    return joined([BAR(bar.x, bar.y, bar.width, bar.height) for bar in histogram.bars if bar.count])


def rows(histogram: Histogram) -> SafeString:
    return joined([ROW(bar.url, bar.label, f"{bar.count:,}") for bar in histogram.bars if bar.count])
