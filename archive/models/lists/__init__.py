"""What rows are picked by, and what is kept, where people work on many of them at once."""
