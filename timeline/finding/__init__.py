"""What a query finds beside the words of statements: people, outlets, claims, occasions and documents by their names, and words that are
spelled like those of the query."""
