"""Statements and claims inside other people's pages: pages that may be framed, and oEmbed, by which a site asks for the frame itself.

A frame shows what stands here today: a correction is seen at once, and of what was withdrawn no word is left.
"""
