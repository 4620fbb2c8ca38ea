"""Tests of what a search finds beside words."""
