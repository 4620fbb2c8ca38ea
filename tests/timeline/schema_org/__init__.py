"""What schema.org itself says of a thing: its classes, and of each property what it may belong to and hold.

`vocabulary.json` is drawn from its published definitions (https://schema.org/version/latest/schemaorg-current-http.nt, CC BY-SA 3.0):
`{"classes": {name: [parents]}, "properties": {name: [[belongs to], [holds]]}}`. Its context is made of them as schema.org makes its own.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pyld import jsonld

VOCABULARY = json.loads((Path(__file__).parent / "vocabulary.json").read_text())
CLASSES, PROPERTIES = VOCABULARY["classes"], VOCABULARY["properties"]
NAMESPACE = "http://schema.org/"
CONTEXT = {
    "@vocab": NAMESPACE,
    **{name: {"@id": NAMESPACE + name, "@type": "@id"} for name, (_, holds) in PROPERTIES.items() if holds == ["URL"]},
}


def faults(thing: dict[str, Any]) -> list[str]:
    """What is wrong with a document of linked data: what it calls by a name that schema.org has not, or not for that."""
    if thing.get("@context") != "https://schema.org":
        return [f"the context is {thing.get('@context')}"]
    told = sorted(name for one in _dicts(thing) for name in one if not name.startswith("@") and name not in PROPERTIES)
    nodes = [] if told else jsonld.expand(thing | {"@context": CONTEXT})
    return [f"no property {name}" for name in told] + [fault for node in nodes for fault in _of_node(node)]


def _of_node(node: dict[str, Any]) -> Iterator[str]:
    kinds = [name.removeprefix(NAMESPACE) for name in node.get("@type", [])]
    yield from (f"no class {kind}" for kind in kinds if kind not in CLASSES and kind != "Thing")
    for name, values in node.items():
        if name.startswith(NAMESPACE):
            belongs, holds = PROPERTIES[name.removeprefix(NAMESPACE)]
            if kinds and not any(above(kind) & set(belongs) for kind in kinds):
                yield f"{name} does not belong to {kinds}"
            for value in values:
                yield from _of_value(name, value, set(holds))


def _of_value(name: str, value: dict[str, Any], holds: set[str]) -> Iterator[str]:
    """A text may stand for any thing: https://schema.org/docs/datamodel.html#conformance"""
    if kinds := value.get("@type", []) if "@value" not in value else []:
        if not any(above(kind.removeprefix(NAMESPACE)) & holds for kind in kinds):
            yield f"{name} holds no {kinds}"
        yield from _of_node(value)


@cache
def above(kind: str) -> frozenset[str]:
    """A class with all that it is a kind of."""
    return frozenset({kind}).union(*(above(parent) for parent in CLASSES.get(kind, [])))


def _dicts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for child in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _dicts(child)
