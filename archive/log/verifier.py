"""Checks the publication log of an On Record archive. Needs Python 3.9 or newer, and nothing else.

    python3 verify.py CHECKPOINT https://record.example     a checkpoint that you kept: is the log of the site still the same up to there?
    python3 verify.py dossier.zip                           a dossier: does each statement stand in the log that was signed?
    python3 verify.py FOLDER                                entries that you downloaded (*.ndjson), *.checkpoint and `key` (or --key)

With --key NAME+ID+KEY only what that key signed counts (the site shows its key on /about/). Keep the key too: who puts another log in place
of this one can put his key there as well. Each fault is told in a line, with exit code 1.
Merkle tree of RFC 9162, checkpoints of https://c2sp.org/tlog-checkpoint, Ed25519 of RFC 8032, entries in canonical JSON (RFC 8785).
"""

import argparse
import base64
import hashlib
import json
import sys
import urllib.parse
import urllib.request
import zipfile
from pathlib import Path

AT_ONCE = 10_000  # entries of one request

# Ed25519: the curve -x² + y² = 1 + d x² y² over the field of 2^255 - 19. Points are (X, Y, Z, T) with x = X/Z, y = Y/Z, x y = T/Z.
P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def add(one, other):
    a, b = (one[1] - one[0]) * (other[1] - other[0]) % P, (one[1] + one[0]) * (other[1] + other[0]) % P
    c, d = 2 * one[3] * other[3] * D % P, 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    found = (0, 1, 1, 0)
    while number:
        if number & 1:
            found = add(found, point)
        point, number = add(point, point), number >> 1
    return found


def same(one, other):
    return (one[0] * other[2] - other[0] * one[2]) % P == 0 and (one[1] * other[2] - other[1] * one[2]) % P == 0


def point_of(written):
    """The point that 32 bytes stand for, or None."""
    y = int.from_bytes(written, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if len(written) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point_of((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


def is_signed(public, text, signature):
    """Whether this key signed it (RFC 8032, 5.1.7)."""
    key, begin = point_of(public), point_of(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if key is None or begin is None or len(signature) != 64 or s >= ORDER:
        return False
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + public + text).digest(), "little") % ORDER
    return same(times(s, BASE), add(begin, times(challenge, key)))


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


class Tree:
    """The roots of the largest complete subtrees, from left to right, as entries are added."""

    def __init__(self):
        self.size, self.peaks = 0, []

    def add(self, leaf):
        size = self.size
        while size & 1:
            leaf, size = node_hash(self.peaks.pop(), leaf), size >> 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self):
        found = self.peaks[-1] if self.peaks else hashlib.sha256().digest()
        for peak in reversed(self.peaks[:-1]):
            found = node_hash(peak, found)
        return found


def split(size):
    """How many entries the left one of two subtrees has."""
    return 1 << (size - 1).bit_length() - 1


def root_by(path, leaf, index, size):
    """The root that a proof leads to from an entry; the last of the path stands beside the topmost (RFC 9162, 2.1.3.1)."""
    if size == 1:
        return leaf
    beside, left = take(path), split(size)
    if index < left:
        return node_hash(root_by(path, leaf, index, left), beside)
    return node_hash(beside, root_by(path, leaf, index - left, size - left))


def stands(path, leaf, index, said):
    """Whether a proof shows that an entry stands in the tree that was signed."""
    path = [*path]
    return index < said["size"] and root_by(path, leaf, index, said["size"]) == said["root"] and not path


def roots_by(path, old, size, known):
    """The roots of the first `old` of some entries, and of all (RFC 9162, 2.1.4.1). `known`: the first, where the path leaves it out."""
    if old == size:
        root = known or take(path)
        return root, root
    beside, left = take(path), split(size)
    if old <= left:
        first, whole = roots_by(path, old, left, known)
        return first, node_hash(whole, beside)
    first, whole = roots_by(path, old - left, size - left, None)
    return node_hash(beside, first), node_hash(beside, whole)


def is_beginning(old, new, path):
    """Whether a proof shows that the tree of one checkpoint is the beginning of the other's."""
    path = [*path]
    return not path if not old["size"] else roots_by(path, old["size"], new["size"], old["root"]) == (old["root"], new["root"]) and not path


def take(path):
    """The last of a path; of one that is too short something that leads to no root."""
    return path.pop() if path else b""


class WrongError(Exception):
    """Why something can't be believed at all."""


def checkpoint(note, named_key):
    """What a signed checkpoint says. Without a key to go by, the one that comes along has to fit at least."""
    try:
        text, signatures = note.rsplit("\n\n", 1)
        origin, size, root = text.split("\n")[:3]
        name, key_id, key = named_key.split("+", 2)
        public = base64.b64decode(key)[1:]
        lines = [line.split(" ") for line in signatures.splitlines()]
        signed = [base64.b64decode(line[2]) for line in lines if line[:2] == ["\u2014", name]]
        said = {"origin": origin, "size": int(size), "root": base64.b64decode(root), "note": note}
    except (ValueError, IndexError):
        raise WrongError("it is no checkpoint, or the key is none") from None
    if hashlib.sha256(name.encode() + b"\n\x01" + public).hexdigest()[:8] != key_id:
        raise WrongError("the key does not have the id that stands beside it")
    fitting = [one[4:] for one in signed if one[:4].hex() == key_id]
    if not fitting:
        raise WrongError("it is not signed with the key " + named_key)
    if not any(is_signed(public, (text + "\n").encode(), one) for one in fitting):
        raise WrongError("its signature does not fit")
    return said


def read_entry(line, index):
    """An entry, if it is written in the one way in which a log writes, and stands where it says."""
    entry = json.loads(line)
    if json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() != line:
        raise WrongError(f"entry {index} is not written as a log writes")
    if entry["index"] != index:
        raise WrongError(f"entry {index} says that it is entry {entry['index']}")
    return "{type} {object}, version {version}".format(**entry)


def check_entries(lines, checkpoints):
    """Recompute the tree out of all entries from the first on; each checkpoint has to fit it at its size. Faults, as sentences."""
    tree, seen = Tree(), set()
    wanted = {one["size"]: [other for other in checkpoints if other["size"] == one["size"]] for one in checkpoints if one["size"]}
    for index, line in enumerate(lines):
        tree.add(leaf_hash(line))
        try:
            version = read_entry(line, index)
        except (WrongError, ValueError, KeyError, TypeError) as error:
            yield str(error) if isinstance(error, WrongError) else f"entry {index} can't be read"
        else:
            if version in seen:
                yield f"entry {index}: {version} stands there twice"
            seen.add(version)
        if any(tree.root() != said["root"] for said in wanted.pop(tree.size, [])):
            yield f"the first {tree.size} entries are not those that were signed"
    for size in wanted:
        yield f"a checkpoint was signed for {size} entries, and there are {tree.size}"


def check_proofs(told, said):
    """What a dossier tells of each version: the entry stands in the tree that was signed, and what is shown is what was entered."""
    for one in told:
        written = one["entry"].encode()
        entry = json.loads(written)
        name = f"{entry['type']} {entry['object']}, version {entry['version']}"
        if one["path"] is None:
            print(f"{name}: entered, and not signed yet when this was made")
        elif not stands([base64.b64decode(part) for part in one["path"]], leaf_hash(written), entry["index"], said):
            yield f"{name}: its entry does not stand in the log that was signed"
        if one["body"] is not None:
            body = one["body"].encode()
            if hashlib.sha256(bytes.fromhex(one["salt"]) + body).hexdigest() != entry["hash"]:
                yield f"{name}: what is shown is not what was entered"
            if json.loads(body)["id"] != entry["object"]:
                yield f"{name}: what is shown is of something else"


def check_dossier(file, key):
    """Its files against their fingerprints, its proofs against its checkpoint, its statements against what was proved."""
    with zipfile.ZipFile(file) as archive:
        files = {name.rpartition("/")[2]: archive.read(name) for name in archive.namelist()}
    for checksum, name in (line.split("  ") for line in files["SHA256SUMS"].decode().splitlines()):
        if hashlib.sha256(files.get(name, b"")).hexdigest() != checksum:
            yield f"{name} is not as the dossier was made"
    told = json.loads(files["log.json"])
    yield from check_proofs(told["proofs"], checkpoint(told["checkpoint"], key or told["key"]))
    proved = {one["id"]: one for one in (json.loads(one["body"]) for one in told["proofs"] if one["body"])}
    for shown in map(json.loads, files["list.ndjson"].splitlines()):
        if "text" in shown and proved.get(shown["id"], {}).get("text") != shown["text"]:
            yield "statement {}: its words are not those that were proved".format(shown["id"])


def check_folder(folder, key):
    key = key or (folder / "key").read_text("utf-8").strip()
    kept = [checkpoint(one.read_text("utf-8"), key) for one in sorted(folder.glob("*.checkpoint"))]
    files = sorted(folder.glob("*.ndjson"), key=lambda one: int(one.name.split("-")[0]))
    yield from check_entries((line for one in files for line in one.read_bytes().splitlines()), kept)
    if not kept:
        yield f"there is no checkpoint (*.checkpoint) in {folder}"


def ask(site, path):
    with urllib.request.urlopen(site.rstrip("/") + path, timeout=60) as answer:
        return answer.read()


def entries_of(site, size):
    for first in range(0, size, AT_ONCE):
        yield from ask(site, f"/data/log/entries/{first}-{min(first + AT_ONCE, size)}.ndjson").splitlines()


def check_site(note, site, key, every):
    """A kept checkpoint against what the site signs now: by a proof, or by all entries."""
    key = key or ask(site, "/data/log/key").decode().strip()
    old, new = checkpoint(note, key), checkpoint(ask(site, "/data/log/checkpoint").decode(), key)
    if new["size"] < old["size"]:
        yield f"the log has {new['size']} entries, and {old['size']} were signed in the checkpoint that you kept"
    elif every:
        yield from check_entries(entries_of(site, new["size"]), [old, new])
    else:
        told = json.loads(ask(site, "/api/v1/log/consistency/?" + urllib.parse.urlencode({"from": old["size"], "to": new["size"]})))
        if not is_beginning(old, new, [base64.b64decode(one) for one in told["path"]]):
            yield "the log is not the one that was signed in the checkpoint that you kept"


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", type=Path)
    parser.add_argument("site", nargs="?")
    parser.add_argument("--key", help="the key that you kept, NAME+ID+KEY")
    parser.add_argument("--every", action="store_true", help="with a site: download every entry, in place of a proof")
    given = parser.parse_args(arguments)
    number = 0
    try:
        if given.site:
            faults = check_site(given.what.read_text("utf-8"), given.site, given.key, given.every)
        else:
            faults = (check_folder if given.what.is_dir() else check_dossier)(given.what, given.key)
        for fault in faults:
            number += 1
            print(fault)
    except (WrongError, OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        told = f"it holds no {error}: it is not whole, or was made before anything was signed" if isinstance(error, KeyError) else error
        print(f"{given.what}: {told}")
        return 1
    print(f"{number} faults." if number else "No fault.")
    return 1 if number else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
