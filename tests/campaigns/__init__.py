"""What must run for minutes or hours, started by hand: each prints its figures and ends with 1 where something failed."""
