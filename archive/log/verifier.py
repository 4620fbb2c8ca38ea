"""Checks the publication log of an On Record archive. Needs Python 3.9 or newer, and nothing else.

    python3 verify.py CHECKPOINT https://record.example     a checkpoint that you kept: is the log of the site still the same up to there?
    python3 verify.py dossier.zip                           a dossier: does list.ndjson show each statement as it was entered in the log?
    python3 verify.py proof.json                            what /api/v1/statements/ID/proof/ answers: what was entered of this statement?
    python3 verify.py FOLDER                                entries that you downloaded (*.ndjson), *.checkpoint and `key` (or --key)

With --key NAME+ID+KEY, once or more, what you hold counts only if one of these keys signed it. Keep the key apart (the site shows it on
/about/): without --key the one that comes along is taken, and whoever forged the rest can have put his own there. What was proved is told,
and what was not; each fault, and whatever could not be proved, in a line of its own and with exit code 1.
Merkle tree of RFC 9162, checkpoints of https://c2sp.org/tlog-checkpoint, Ed25519 of RFC 8032, entries in canonical JSON (RFC 8785).
"""

import argparse
import base64
import hashlib
import json
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path

AT_ONCE = 10_000  # entries of one request
MOST = 200_000_000  # bytes of a dossier or an answer: more is sent to fill the memory
LONGEST_WAIT = 3600  # seconds
SALT = 16  # bytes: with fewer, what was entered could be guessed
FILES = {"dossier.html", "list.csv", "list.ndjson", "log.json", "datapackage.json", "README.txt", "SHA256SUMS"}
ALIKE = ("text", "kind", "force", "language", "said_words", "said_rule", "locator", "translation_of", "occurrences")
HOUR = re.compile(r"(T\d\d:\d\d)(:\d\d)?(?:([+-]\d\d):?(\d\d)?)?")  # of a day: may be entered without seconds, +02 or +0200
LEFT_OUT = ("locator", "translation_of")  # may be empty in a list where more was entered

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


def say(told):
    """For a terminal: nothing that was read moves its cursor or turns its letters around."""
    print("".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in told))


def parsed(text):
    """JSON in which no name stands twice in one object: one reader would take the first of them, and another the last."""

    def once(pairs):
        if len(dict(pairs)) < len(pairs):
            raise WrongError("a name stands twice in one object")
        return dict(pairs)

    return json.loads(text, object_pairs_hook=once)


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def key_id(name, public):
    return hashlib.sha256(name.encode() + b"\n\x01" + public).digest()[:4]


def public_of(named_key):
    """The key in NAME+ID+KEY."""
    try:
        name, told, key = named_key.split("+", 2)
        public = base64.b64decode(key)[1:]
    except ValueError:
        raise WrongError("the key is none: " + named_key) from None
    if key_id(name, public).hex() != told:
        raise WrongError("the key does not have the id that stands beside it")
    return public


def checkpoint(note, keys):
    """What a checkpoint says that one of these keys signed. It stays that key where its log has another name now: a site may move."""
    try:
        text, signatures = note.rsplit("\n\n", 1)
        origin, size, root, *besides = text.split("\n")
        lines = [line.split(" ") for line in signatures.splitlines()]
        signed = [base64.b64decode(line[2]) for line in lines if line[:2] == ["\u2014", origin]]
        said = {"origin": origin, "size": int(size), "root": base64.b64decode(root)}
    except (ValueError, IndexError):
        raise WrongError("it is no checkpoint") from None
    for key in keys:
        public = public_of(key)
        fitting = [one[4:] for one in signed if one[:4] == key_id(origin, public)]
        if any(is_signed(public, (text + "\n").encode(), one) for one in fitting):
            for line in besides:
                say(f"Said in the checkpoint of {size} entries: {line}")
            return {**said, "public": public}
    raise WrongError("its signature is of none of these keys: " + ", ".join(keys))


def trusted(keys, along):
    """The keys that were given; without any those that came along, and that is told."""
    if not keys:
        say("No --key was given. What follows holds only if this is the archive's own key: " + ", ".join(along))
    return keys or along


def read_entry(line, index):
    """An entry, if it is written in the one way in which a log writes, and stands where it says."""
    entry = json.loads(line)
    if canonical(entry) != line:
        raise WrongError(f"entry {index} is not written as a log writes")
    if entry["index"] != index:
        raise WrongError(f"entry {index} says that it is entry {entry['index']}")
    return "{type} {object}, version {version}".format(**entry)


def check_entries(lines, checkpoints):
    """Recompute the tree out of all entries from the first on; each checkpoint has to fit it at its size. Faults, as sentences."""
    tree, seen = Tree(), set()
    wanted = {one["size"]: [other for other in checkpoints if other["size"] == one["size"]] for one in checkpoints if one["size"]}
    last = max(wanted, default=0)
    for index, line in enumerate(lines):
        tree.add(leaf_hash(line))
        try:
            version = read_entry(line, index)
        except (WrongError, ValueError, KeyError, TypeError, RecursionError) as error:
            yield str(error) if isinstance(error, WrongError) else f"entry {index} can't be read"
        else:
            if version in seen:
                yield f"entry {index}: {version} stands there twice"
            seen.add(version)
        if any(tree.root() != said["root"] for said in wanted.pop(tree.size, [])):
            yield f"the first {tree.size} entries are not those that were signed"
    for size in wanted:
        yield f"a checkpoint was signed for {size} entries, and there are {tree.size}"
    if tree.size > last:
        yield f"{tree.size - last} entries stand behind the last checkpoint: no signature covers them, from entry {last} on"


def proved_by(one, said):
    """The entry of a proof and what is shown of it, if anything is: once both are what was signed."""
    written, shown = one["entry"].encode(), one["body"]
    entry = parsed(written)
    name = "{type} {object}, version {version}".format(**entry)
    if not stands([base64.b64decode(part) for part in one["path"]], leaf_hash(written), entry["index"], said):
        raise WrongError(f"{name}: its entry does not stand in the log that was signed")
    if shown is None:
        return entry, None
    salt, body = bytes.fromhex(one["salt"]), parsed(shown)
    if len(salt) != SALT or hashlib.sha256(salt + shown.encode()).hexdigest() != entry["hash"]:
        raise WrongError(f"{name}: what is shown is not what was entered")
    if (body["type"], body["id"]) != (entry["type"], entry["object"]):
        raise WrongError(f"{name}: what is shown is of something else")
    return entry, {**body, "sha256": hashlib.sha256(shown.encode()).hexdigest()}


def check_proofs(told, said, proved):
    """What stands in the log as it was signed goes into `proved`: of each thing, by type and id, its versions in their order. None
    stand there where one of them was not signed yet."""
    waiting = set()
    for one in told:
        try:
            if one["path"] is None:
                waiting.add(thing(parsed(one["entry"])))
            else:
                entry, body = proved_by(one, said)
                proved.setdefault(thing(entry), []).append((entry, body))
        except WrongError as error:
            yield str(error)
    proved.update((of, []) for of in waiting)
    for of, versions in proved.items():
        if [entry["version"] for entry, _ in versions] != [number + 1 for number in range(len(versions))]:
            yield f"{' '.join(of)}: these are not all of its versions, from the first on"
    for name in sorted({of[0] for of in waiting}):
        ids = sorted(of[1] for of in waiting if of[0] == name)
        yield f"{len(ids)} {name}{'s' * (len(ids) > 1)} not proven yet, not being signed when this was made: {', '.join(ids)}"


def thing(entry):
    return str(entry["type"]), str(entry["object"])


def shown_in(row):
    """What a line of list.ndjson shows of a statement, in the shape in which it was entered."""
    words, place = row["selector"]
    return {
        **{name: row[name] for name in ALIKE},
        "speakers": [one["slug"] for one in row["speakers"]],
        "said_on": row["said_on"] and row["said_on"]["edtf"],
        "document": row["document"]["id"],
        "document_sha256": row["document"]["sha256"],
        "occasion": row["occasion"] and row["occasion"]["id"],
        "start": place["start"],
        "end": place["end"],
        "status": "public",
        "selector": words["exact"],
        "version": row["version"],
        "revisions": [[one["version"], moment(one["at"]), one["class"], one["reason"]] for one in row["revisions"]],
        "sha256": row["revisions"][-1]["sha256"],
    }


def moment(written):
    return datetime.fromisoformat(written.replace("Z", "+00:00")).timestamp()


def as_listed(day):
    """A day as a list writes it, however it was entered."""

    def in_full(hour):
        time, seconds, offset, minutes = hour.groups()
        return time + (seconds or ":00") + (f"{offset}:{minutes or '00'}" if offset else "")

    return HOUR.sub(in_full, day.strip().upper())


def differing(row, versions, proved):
    """What a line shows otherwise than it was entered last."""
    last, body = versions[-1][0], versions[-1][1] or {}
    revisions = [[entry["version"], moment(entry["time"]), entry["class"], entry["reason"]] for entry, _ in versions]
    known = {**body, "selector": body.get("text"), "version": last["version"], "revisions": revisions}
    known["said_on"] = as_listed(body.get("said_on") or "")
    known["speakers"] = [one["speaker"] for one in body.get("speakers", [])]
    for name, value in shown_in(row).items():
        if in_one_order(name, value) != in_one_order(name, known.get(name)) and not (name in LEFT_OUT and not value):
            yield name
    for one, other in zip(row["speakers"], body.get("speakers", [])):
        yield from misnamed(row, one, other, proved)


def in_one_order(name, value):
    """Claims of the same words stand in no order of their own; what is missing is as what is empty."""
    return sorted(map(canonical, value or [])) if name == "occurrences" else canonical(value or "")


def entered_of(slug, proved):
    """What was entered last of a speaker, where that is proved."""
    versions = proved.get(("speaker", slug))
    return versions[-1][1] if versions else None


def misnamed(row, one, other, proved):
    """What a line tells of a speaker otherwise than was entered of him; how a text names him there is not entered, and told."""
    named = entered_of(one["slug"], proved) or {"name": one["name"], "aliases": []}
    if one["name"] != named["name"]:
        yield f"a speaker's name {one['name']}"
    if one["role"] not in ("", other["role"]):
        yield f"a speaker's role {one['role']}"
    if one["printed"] not in ("", other["name"], named["name"], *named["aliases"]):
        say(f"statement {row['id']}: how its text names {other['name']} is not proved: {one['printed']}")


def names_without_proof(row, proved):
    """Of speakers who have rows of their own; others are named in the statement's alone."""
    return [one["name"] for one in row["speakers"] if one["slug"] and entered_of(one["slug"], proved) is None]


def check_rows(rows, proved):
    """Each statement of list.ndjson was proved, stands there once and as it was entered; and none that was proved is left out."""
    seen = Counter(("statement", row["id"]) for row in rows)
    yield from (f"{' '.join(of)} stands twice in list.ndjson" for of, number in seen.items() if number > 1)
    for row in rows:
        versions = proved.get(("statement", row["id"]))
        names = ", ".join(differing(row, versions, proved)) if versions else ""
        if versions is None:
            yield f"statement {row['id']} in list.ndjson: there is no proof of it"
        elif names:
            yield f"statement {row['id']} in list.ndjson is not as it was entered: {names}"
        for name in names_without_proof(row, proved) if versions else ():
            yield f"statement {row['id']} in list.ndjson: the name of its speaker is not proved: {name}"
    yield from (
        f"{' '.join(of)} is in log.json, and not in list.ndjson" for of in sorted(proved) if of[0] == "statement" and of not in seen
    )


def read_dossier(file):
    """Its files by their names: each once, in one folder, and none that no dossier has, or a reader would open another than was checked."""
    with zipfile.ZipFile(file) as archive:
        names, places = [one.filename for one in archive.infolist()], {f"dossier/{name}" for name in FILES}
        odd = set(names) - places | {name for name in places if names.count(name) > 1}
        if odd:
            raise WrongError("no dossier has these files, or has them twice: " + ", ".join(sorted(odd)))
        if sum(one.file_size for one in archive.infolist()) > MOST:
            raise WrongError("it is larger than any dossier")
        return {name.split("/")[1]: archive.read(name) for name in names}


def check_dossier(file, keys, shows):
    """Its files against their fingerprints, its proofs against its checkpoint, its list against what was proved."""
    files = read_dossier(file)
    sums = {name: checksum for checksum, name in (line.split("  ") for line in files.pop("SHA256SUMS").decode().splitlines())}
    for name in sorted(files.keys() | sums.keys()):
        if name not in files or hashlib.sha256(files[name]).hexdigest() != sums.get(name):
            yield f"{name} is not as SHA256SUMS tells"
    proved = {}
    yield from check_told(parsed(files["log.json"]), keys, proved, shows)
    lines = [parsed(line) for line in files["list.ndjson"].splitlines()]
    yield from check_rows([line for line in lines if "text" in line], proved)
    if not all("text" in line for line in lines):
        yield "list.ndjson is of corrections, of which nothing is proved here: each statement has a proof of its own"
    if not lines:
        yield "list.ndjson is empty: nothing is proved"
    say("Proved of list.ndjson: words and their place, speakers, day (edtf), kind, claims, versions. --show prints it as it was entered.")
    say("Not proved: what else stands there (titles, outlets, the words around), and other files: dossier.html and list.csv are to read.")


def check_proof(file, keys):
    """What was entered of one statement, to be held against what its page shows."""
    told, proved = parsed(file.read_bytes()), {}
    yield from check_told(told, keys, proved, True)
    if proved.keys() != {("statement", told["id"])}:
        yield "nothing is proved of statement {}, or of another one too".format(told["id"])


def check_told(told, keys, proved, shows):
    """What a dossier or the site tells of the log: what was signed, by which key, and proofs."""
    if told["checkpoint"] is None:
        raise WrongError("nothing was signed yet when this was made")
    said = checkpoint(told["checkpoint"], trusted(keys, [told["key"]]))
    yield from check_proofs(told["proofs"], said, proved)
    found = [versions[-1] for of, versions in proved.items() if versions and of[0] == "statement"]
    say(f"{said['origin']}, signed with {said['size']} entries: {len(found)} statements stand there. What came later only the site tells.")
    for entry, body in found if shows else []:
        say("Statement {object}, version {version} of {time}: {class}. {reason}".format(**entry))
        for name, value in (body or {}).items():
            say(f"    {name}: {value if isinstance(value, str) else canonical(value).decode()}")


def check_folder(folder, keys):
    keys = keys or (folder / "key").read_text("utf-8").split()
    kept = [checkpoint(one.read_text("utf-8"), keys) for one in sorted(folder.glob("*.checkpoint"))]
    files = sorted(folder.glob("*.ndjson"), key=lambda one: int(one.name.split("-")[0]))
    yield from check_entries((line for one in files for line in one.read_bytes().splitlines()), kept)
    if not kept:
        yield f"there is no checkpoint (*.checkpoint) in {folder}"


def ask(site, path):
    """Again after a while where the site says that one program asked enough for now."""
    while True:
        try:
            with urllib.request.urlopen(site.rstrip("/") + path, timeout=60) as answer:
                return answer.read(MOST)
        except urllib.error.HTTPError as error:
            wait = error.headers.get("Retry-After", "") if error.code == 429 else ""
            if not wait.isdecimal() or int(wait) > LONGEST_WAIT:
                raise
            print(f"the site asks to wait {wait} seconds", file=sys.stderr, flush=True)
            time.sleep(int(wait))


def entries_of(site, size):
    for first in range(0, size, AT_ONCE):
        yield from ask(site, f"/data/log/entries/{first}-{min(first + AT_ONCE, size)}.ndjson").splitlines()


def check_site(note, site, keys, every):
    """A kept checkpoint against what the site signs now, with whatever key: by a proof, or by all entries."""
    now, *before = ask(site, "/data/log/key").decode().split()
    old, new = checkpoint(note, trusted(keys, [now, *before])), checkpoint(ask(site, "/data/log/checkpoint").decode(), [now])
    if new["size"] < old["size"]:
        yield f"the log has {new['size']} entries, and {old['size']} were signed in the checkpoint that you kept"
    elif every:
        yield from check_entries(entries_of(site, new["size"]), [old, new])
    else:
        told = parsed(ask(site, "/api/v1/log/consistency/?" + urllib.parse.urlencode({"from": old["size"], "to": new["size"]})))
        if not is_beginning(old, new, [base64.b64decode(one) for one in told["path"]]):
            yield "the log is not the one that was signed in the checkpoint that you kept"
    if keys and new["public"] not in map(public_of, keys):
        say(f"The site signs with another key than yours now. Was that announced? Then keep it too: {now}")
    say(
        f"Kept: {old['size']} entries; signed now: {new['size']}. This was about the log alone: that a page shows what was entered, is seen"
    )
    say("by the proof of its statement (python3 verify.py proof.json).")


def checks(given):
    """The faults of whatever it is that somebody gave."""
    if given.site:
        return check_site(given.what.read_text("utf-8"), given.site, given.key, given.every)
    if given.what.is_dir():
        return check_folder(given.what, given.key)
    return check_dossier(given.what, given.key, given.show) if zipfile.is_zipfile(given.what) else check_proof(given.what, given.key)


def sentence_of(error):
    if isinstance(error, KeyError):
        return f"it holds no {error}: it is not whole, or was made before anything was signed"
    return str(error) if isinstance(error, (WrongError, OSError)) else f"it is not written as an archive writes: {error!r}"


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", type=Path)
    parser.add_argument("site", nargs="?")
    parser.add_argument("--key", action="append", help="a key that you kept, NAME+ID+KEY; of several any", default=[])
    parser.add_argument("--every", action="store_true", help="with a site: download every entry, in place of a proof")
    parser.add_argument("--show", action="store_true", help="with a dossier: print what is proved of each statement")
    given = parser.parse_args(arguments)
    number = 0
    try:
        for fault in checks(given):
            number += 1
            say(fault)
    except Exception as error:  # noqa: BLE001 - whoever made the file may have put anything there
        say(f"{given.what}: {sentence_of(error)}")
        return 1
    say("Not all is proved: see the lines above." if number else "No fault.")
    return 1 if number else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main(sys.argv[1:]))
