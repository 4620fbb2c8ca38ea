"""What each page of the desk costs where ten thousand of everything wait: queries, and the processor's time of the second look.

    python -m tests.campaigns.desk_pages [HOW MANY]

On the database of DATABASE_URL, migrated, in a transaction that is taken back.
"""

import os
import sys
import time

MOST_MS = 100


def main() -> None:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "timeline.settings", "HTTPS": "false", "ALLOWED_HOSTS": "testserver"}
    import django  # noqa: PLC0415 - the surroundings come first

    django.setup()
    from django.db import transaction  # noqa: PLC0415 - the surroundings come first

    with transaction.atomic():
        dear = _measured(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
        transaction.set_rollback(True)
    if dear:
        raise SystemExit(f"Over {MOST_MS} ms: {', '.join(dear)}.")


def _measured(many: int) -> list[str]:
    from django.db import connection  # noqa: PLC0415 - the surroundings come first
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415 - the same

    from archive.statistics import gather  # noqa: PLC0415 - the same
    from tests.archive.desk.pile import Pile  # noqa: PLC0415 - the same
    from tests.archive.desk.test_every_page import PAGES, address_of, signed_in  # noqa: PLC0415 - the same

    pile = Pile(many)
    gather()
    client, dear = signed_in(pile.person), []
    for name in PAGES:
        address = address_of(name, pile)
        assert client.get(address).status_code == 200, address
        began = time.process_time()
        client.get(address)
        ms = 1_000 * (time.process_time() - began)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        print(f"{name:20} {ms:7.1f} ms {len(asked):4} queries")
        dear += [name] if ms > MOST_MS else []
    return dear


if __name__ == "__main__":
    main()
