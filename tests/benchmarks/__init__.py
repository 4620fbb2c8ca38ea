"""Measurements and the making of shipped tables. Run by hand, not by the test suite."""
