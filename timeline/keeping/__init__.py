"""Pages that were made once and are given again: for as long as nothing public changes, in the encoding that a browser takes.

`pages` keeps and gives them, `records` is how one is written down, `encodings` how it is compressed, `files` where it lies unless
CACHE_URL names another cache.
"""
