"""What words and texts mean: synonyms by two tables, an English text as a vector by a small transformer, and the nearest of many."""
