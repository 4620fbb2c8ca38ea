"""What became of a claim over time: the dates and numbers that were stated (`stated`, drawn by `drawing`), and who changed position on it
(`positions`). `of_claim` reads both from the first reports of a claim."""
