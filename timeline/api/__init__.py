"""The JSON API: public reading of the record, without a key. Django REST Framework lives only here.

It imports packages that it might use, where they are installed. Nothing here needs those, which would take 18 MB of each worker: while it
looks for them they are as if they were not there.
"""

import sys
from importlib import import_module

UNUSED = {"django.contrib.postgres.fields", "requests", "pygments"} - sys.modules.keys()

for name in UNUSED:
    sys.modules[name] = None  # type: ignore[assignment]  # at which Python refuses to import it
import_module("rest_framework.compat")
for name in UNUSED:
    del sys.modules[name]
