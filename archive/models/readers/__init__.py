"""What readers say is wrong, and what they are told of the whole archive."""
