"""How the score of linking is fitted: the sets of pairs, and the fit."""
