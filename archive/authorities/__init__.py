"""What the world has agreed on: under which numbers registers know people, and countries by their two letters."""
