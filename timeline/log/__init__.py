"""The publication log as readers take it away: its checkpoints, its entries, and the proof that something stands in it."""
