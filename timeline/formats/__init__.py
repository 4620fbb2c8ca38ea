"""Lists taken away: what each address lists as a file for other programs, under that address and with its filter.

A format is a module with a function of a `Taken`, and a line in `table`; its address, its link on each list and its place on /data/ follow.
"""
