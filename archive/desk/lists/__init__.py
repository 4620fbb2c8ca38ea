"""Lists that one can work in: many rows as a table, taken out and brought in."""
