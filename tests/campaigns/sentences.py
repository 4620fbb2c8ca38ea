"""Draws sentences at random from the pages, citations and JSON of an archive that nobody looked over, to be held against their sources:

    python -m tests.campaigns.sentences [--count 100] [--seed 1] [--folder FOLDER] TEXT…

The archive is the demo's, with each TEXT put through the chain by the machine's first proposal: drafted, its speakers entered as printed,
accepted, its first suggestion answered as proposed, published. Printed, a JSON object a line: the address, where on the page, the sentence,
and the source's own words about the place. A person (or a fresh reader) says of each: borne out, misleading or untrue.
FOLDER keeps the archive, for a server to show it whole; without it nothing stays.
"""

import argparse
import json
import os
import random
import secrets
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import django


def main() -> None:
    arguments = read_arguments()
    with tempfile.TemporaryDirectory() as passing:
        folder = arguments.folder or passing
        os.environ |= {
            "DATABASE_URL": f"sqlite:///{folder}/archive.sqlite3",
            "SECRET_KEY": secrets.token_urlsafe(60),
            "DJANGO_SETTINGS_MODULE": "timeline.settings",
            "ALLOWED_HOSTS": "testserver,127.0.0.1",
            "VAR_DIR": folder,
        }
        django.setup()
        import_module("tests.campaigns.first_proposals").build(arguments.texts)
        for one in import_module("tests.campaigns.shown_sentences").drawn(random.Random(arguments.seed), arguments.count):
            sys.stdout.write(json.dumps(one, ensure_ascii=False) + "\n")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--folder", help="an empty one")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
