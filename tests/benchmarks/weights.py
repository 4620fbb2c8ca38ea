"""What every page weighs in an archive of some size: unpacked and as it is sent, with its styles and its script.

    python -m tests.benchmarks.weights [SIZE] [--folder FOLDER]

The archive is made or found as `pages` does. `bare` is the control: the words of a page's statements with the names and dates that are
seen beside them, sent alone; no markup makes a page lighter than that. Ends with 1 where a page is too heavy
(`tests.timeline.serving.weighing`).
"""

import argparse
import re
import sys
from pathlib import Path

from django.core.management import call_command
from django.test import Client

from tests.benchmarks import archives, surroundings
from tests.benchmarks.addresses import addresses
from tests.benchmarks.pages import FOLDER
from tests.timeline.serving.weighing import BROTLI, TAKEN_ALONG, Weight, of_file, weight_of

ENTRY = re.compile(r'<li class="entry.*?</article>\n</li>', re.DOTALL)
UNSEEN = re.compile(r'<span class="hidden">(?:[^<]|<(?!/span>))*</span>')
TAG = re.compile(r"<[^>]+>")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("size", type=int, nargs="?", default=10_000)
    options.add_argument("--folder", type=Path, default=FOLDER)
    chosen = options.parse_args()
    archive = surroundings.in_file(archives.kept(chosen.folder, chosen.size))
    surroundings.run("from tests.benchmarks import weights; weights.tell()", **archive)


def tell() -> None:
    """The table, of the archive of this process."""
    call_command("collectstatic", interactive=False, verbosity=0)
    client, heavy = Client(headers={"host": "localhost"}), []
    print(f"{'kB':32} {'entries':>7} {'whole':>7} {'sent':>6} {'page':>6} {'along':>6} {'bare':>6}")
    for name, path in addresses().items():
        answer = client.get(path)
        if not answer["Content-Type"].startswith("text/html"):
            continue
        page = answer.content
        weight, along = weight_of(page), _along(page)
        heavy += [name] if weight.is_too_much else []
        entries = ENTRY.findall(page.decode())
        bytes_ = (weight.whole, weight.sent, weight.sent - along.sent, along.sent, len(BROTLI.encode(_bare(entries))))
        print(f"{name[:32]:32} {len(entries):7}", "{:7.1f} {:6.1f} {:6.1f} {:6.1f} {:6.1f}".format(*(one / 1000 for one in bytes_)))
    if heavy:
        sys.exit(f"Too heavy: {', '.join(heavy)}")


def _along(page: bytes) -> Weight:
    files = [of_file(name) for name in TAKEN_ALONG.findall(page.decode())]
    return Weight(sum(one.whole for one in files), sum(one.sent for one in files))


def _bare(entries: list[str]) -> bytes:
    return "\n".join(" ".join(TAG.sub("", UNSEEN.sub("", one)).split()) for one in entries).encode()


if __name__ == "__main__":
    main()
