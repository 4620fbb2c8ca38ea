"""What the index of linking is asked, and what answers: the database, or parts of it in files that any machine can hold."""
