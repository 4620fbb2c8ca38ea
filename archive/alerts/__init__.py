"""Readers ask to be told of what is new: asking and confirming, what waits for whom, and that it arrived.

Each act is one transaction. None leaves an Event: who reads what is nobody's affair, and an address is kept for nothing else.
"""
