"""The site's settings for mypy, which reads the tables through Django and needs no secret."""

import os

os.environ.setdefault("SECRET_KEY", "read-by-the-checker-of-types-alone-0123456789-abcdefghijkl")

from timeline.settings import *  # noqa: F403 - the key comes first
