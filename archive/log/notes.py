"""Signed notes (https://c2sp.org/signed-note) with one signature of Ed25519, and the checkpoints that they hold. Knows no table."""

import base64
import binascii
import hashlib
from collections.abc import Iterable
from typing import NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
DASH = "— "


class NoteError(ValueError):
    """Why a note is none, or not of this key."""


class Head(NamedTuple):
    """What a checkpoint says."""

    origin: str
    size: int
    root: bytes


def key_id(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def named_key(name: str, public: bytes) -> str:
    """A public key as those who check notes write it: its name, its id, and itself."""
    return f"{name}+{key_id(name, public).hex()}+{base64.b64encode(ED25519 + public).decode()}"


def public_of(named: str) -> bytes:
    return base64.b64decode(named.split("+", 2)[2])[1:]


def text_of(head: Head) -> str:
    return f"{head.origin}\n{head.size}\n{base64.b64encode(head.root).decode()}\n"


def checkpoint(head: Head, key: Ed25519PrivateKey, besides: Iterable[str] = ()) -> str:
    """The note that a log signs of itself; its name is its origin. `besides`: lines that say more, which other software reads over."""
    text = text_of(head) + "".join(f"{line}\n" for line in besides)
    signature = key_id(head.origin, key.public_key().public_bytes_raw()) + key.sign(text.encode())
    return f"{text}\n{DASH}{head.origin} {base64.b64encode(signature).decode()}\n"


def opened(note: str, public: bytes) -> Head:
    """What a checkpoint says, if this key signed it."""
    text, _, signatures = note.rpartition("\n\n")
    try:
        origin, size, root = text.split("\n")[:3]
        head = Head(origin, int(size), base64.b64decode(root, validate=True))
        signature = next(line for line in signatures.split("\n") if line.startswith(f"{DASH}{origin} ")).rpartition(" ")[2]
        signed = base64.b64decode(signature, validate=True)
    except (ValueError, StopIteration, binascii.Error):
        raise NoteError("it is no checkpoint") from None
    if signed[:4] != key_id(origin, public):
        raise NoteError("it is signed with another key")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signed[4:], f"{text}\n".encode())
    except InvalidSignature:
        raise NoteError("its signature does not fit") from None
    return head


def opened_by_any(note: str, keys: Iterable[bytes]) -> Head:
    """The same, if one of these keys signed it; else as the first of them finds."""
    told = NoteError("there is no key")
    for at, public in enumerate(keys):
        try:
            return opened(note, public)
        except NoteError as error:
            told = error if at == 0 else told
    raise told
