"""Run by the Python of a folder where Datasette is installed: what its cheapest pages of as many rows as ours cost, in CPU milliseconds.

Reads lines of JSON as `asked` does. No count, no facet and no suggestion, the most that its address can leave out.
"""

import asyncio
import gc
import json
import sys
import time
from pathlib import Path

from datasette.app import Datasette

LEAST = "_nocount=1&_nofacet=1&_nosuggest=1&_sort=said_sort&status=public"
ON_A_PAGE, IN_A_LIST = 20, 50  # rows of our page, and of our API: this Python has none of our own code


async def serve(path: Path) -> None:
    datasette = Datasette([str(path)], settings={"num_sql_threads": 1})
    await datasette.invoke_startup()
    table = f"/{path.stem}/archive_statement"
    addresses = {
        "Datasette, HTML": f"{table}?{LEAST}&_size={ON_A_PAGE}",
        "Datasette, JSON": f"{table}.json?{LEAST}&_size={IN_A_LIST}&_shape=array",
    }
    for line in sys.stdin:
        asked = json.loads(line)
        told = addresses if asked["do"] == "addresses" else await page(datasette, asked["path"])
        print(json.dumps(told), flush=True)


async def page(datasette: Datasette, path: str) -> dict[str, float]:
    gc.collect()
    began = time.process_time()
    response = await datasette.client.get(path)
    return {"ms": (time.process_time() - began) * 1000, "status": response.status_code, "bytes": len(response.content)}


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
