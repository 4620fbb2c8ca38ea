"""Dossiers: what a list holds as evidence that stands for itself, to be filed, printed and checked where this site is not at hand."""
