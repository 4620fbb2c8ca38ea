"""What proves that nothing was published and changed in silence: the log, and what was signed of it."""
