"""The whole archive in one file, and back from it.

`making` writes the file while the archive is used, `restoring` puts an archive back from one or tries whether it could. `manifest` says
what is in it, `packing` how it is written and read; `sqlite` and `postgresql` know how their database is copied, checked and put in the
place of another. Nobody is signed in by a backup: sessions are left out. All of the record stands in the database, so nothing else is in
the file: no keys, which do not belong beside what they sign, and nothing that is made anew.
"""

from archive.backups.making import back_up
from archive.backups.restoring import restore, tried

__all__ = ["back_up", "restore", "tried"]
