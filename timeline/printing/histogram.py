"""A histogram: its bars, and the same as the rows of a table. What is nothing has neither."""

from django.utils.safestring import SafeString

from timeline.charts import Histogram
from timeline.printing.markup import joined, part

BAR = part('<rect x="%s" width="%s" height="%s"/>')
UPWARDS = part('<g class="fill" transform="matrix(1 0 0 -1 0 56)">%s</g>')  # the drawing is turned over
ROW = part('<tr><th scope="row"><a href="%s">%s</a><td class="n">%s\n')


def bars(histogram: Histogram) -> SafeString:
    return UPWARDS(joined([BAR(bar.x, bar.width, bar.height) for bar in histogram.bars if bar.count]))


def rows(histogram: Histogram) -> SafeString:
    return joined([ROW(bar.url, bar.label, f"{bar.count:,}") for bar in histogram.bars if bar.count])
