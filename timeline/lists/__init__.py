"""What every long list has: its pages by key, what a reader may narrow it to, the year, month or day that it is of."""
