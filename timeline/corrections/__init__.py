"""The public log of what was changed or taken back, and the words that it tells a change in."""
