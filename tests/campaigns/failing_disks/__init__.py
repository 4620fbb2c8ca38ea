"""Lets every write of each command and act fail, of a full disk (ENOSPC) and of a broken one (EIO), on SQLite and files:

    python -m tests.campaigns.failing_disks [--trials N] [NAME…]

Needs a compiler of C: `writes.c` stands between programs and system (LD_PRELOAD), and counts and fails the writes below one folder.
`writes` chooses which fails, `tried` lists what is tried, `filled` makes the archive that it is tried on, `trials` is one trial with all
that has to hold, `__main__` goes through all of them. Of PostgreSQL `tests.campaigns.restarted_postgres` tells.
"""
