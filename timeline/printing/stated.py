"""The marks of what was stated over time: a dot, or a pill as long as the day of saying, or what was stated, is coarse.

What is filled in are figures of ours.
"""

from django.utils.safestring import SafeString

from timeline.over_time.drawing import HEIGHT, SIZE, Chart, Mark

YEAR = f'<line class="axis" x1="%s" x2="%s" y1="0" y2="{HEIGHT}"/>'
LEVEL = '<line class="axis" x1="0" x2="100%%" y1="%s" y2="%s"/>'
DOT = '<svg x="%s" overflow="visible"><rect class="fill" x="-{half}" y="%s" width="{size}" height="%s" rx="{half}"/></svg>'.format(
    half=SIZE // 2, size=SIZE
)
PILL = f'<rect class="fill" x="%s" width="%s" y="%s" height="%s" rx="{SIZE // 2}"/>'


def marks(chart: Chart) -> SafeString:
    lines = [YEAR % (x, x) for x in chart.years] + [LEVEL % (one.y, one.y) for one in chart.labels]
    return SafeString("".join([*lines, *map(_mark, chart.marks)]))


def _mark(one: Mark) -> str:
    return PILL % (one.left, one.width, one.top, one.height) if one.width else DOT % (one.x, one.top, one.height)
