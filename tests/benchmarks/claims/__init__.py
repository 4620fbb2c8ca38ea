"""An open benchmark of officials' repeated statements, which README.md describes. `python -m tests.benchmarks.claims` prints its tables."""
