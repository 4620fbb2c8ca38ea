"""What is told of one thing on record: a claim's trail, a statement's words and how it is cited, a document's title and excerpts."""
