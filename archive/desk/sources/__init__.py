"""A text comes in: pasted, dropped, or by its address; what was read of it is shown before it is kept."""
