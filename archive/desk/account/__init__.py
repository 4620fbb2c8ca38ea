"""A person's own: password, second step, and where they are signed in."""
