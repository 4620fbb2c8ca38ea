"""Who is told of what is new on record: where it goes, what is watched, and what waits to be sent. None of it is ever public."""
