"""What waits for me, and the last things that I did."""
