"""Asks the API, on each database, what its own document says can be asked, and what it says cannot: schemathesis makes it up.

    python -m tests.campaigns.api_by_schema [HOW MANY]

No answer is a failure of ours, and each has a status, a type, headers and a shape that the document names.
"""

import sys

from tests.campaigns.databases import on_each_database

if __name__ == "__main__":
    sys.exit(on_each_database("tests/timeline/api/test_by_schema.py", SCHEMA_REQUESTS=(sys.argv[1:] or ["20000"])[0]))
