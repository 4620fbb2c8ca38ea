"""Tests of how a query and the names of rows are read."""
