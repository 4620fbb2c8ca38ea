"""What data migrations compute, as it was when each was written: the live modules may change, a migration may not."""
