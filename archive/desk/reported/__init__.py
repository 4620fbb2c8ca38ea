"""Errors that readers report: what waits, and the answer."""
