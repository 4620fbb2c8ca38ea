"""What `run.py check` and `run.py test` do, and the two measures of the code that they hold: decisions a function, branches a room."""
