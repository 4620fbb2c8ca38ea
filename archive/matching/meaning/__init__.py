"""What words and texts mean: synonyms by two tables, an English text as a vector, and the semantic extra that reads it again."""
