"""What a page says, for tests: its words as people see them, and its markup as a strict reader takes it."""
