"""A text comes in: pasted, dropped, or by its address; what was read of it is shown before it is kept.

`views` are its way in, with `forms`, `shown` (what is told of it, and texts near it side by side) and `keeping`. `questions` puts what was
left open about two texts; `documents` are the list of what was taken in (`listing`), and one put right (`mending`) or removed.
"""
