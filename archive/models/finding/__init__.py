"""What readers type to find something: the language of a query, and the names that rows are found by."""
