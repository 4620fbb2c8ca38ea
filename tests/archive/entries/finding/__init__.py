"""Tests of what public rows are found by."""
