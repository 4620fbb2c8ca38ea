"""The program for readers: its Ed25519 against that of cryptography, and how its cost grows."""

import zipfile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from archive.log import verifier

pytestmark = pytest.mark.once
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PUBLIC = KEY.public_key().public_bytes_raw()


def test_signature_is_known_from_a_changed_one():
    for length in range(4):
        text = b"x" * length
        signature = KEY.sign(text)
        assert verifier.is_signed(PUBLIC, text, signature)
        assert not verifier.is_signed(PUBLIC, text + b"y", signature)
        for place in (0, 31, 32, 63):
            wrong = signature[:place] + bytes([signature[place] ^ 1]) + signature[place + 1 :]
            assert not verifier.is_signed(PUBLIC, text, wrong)


@pytest.mark.parametrize("key", [b"", b"\xff" * 32, (2).to_bytes(32, "little"), bytes(31) + b"\x80"])
def test_key_that_is_no_point_signs_nothing(key):
    assert not verifier.is_signed(key, b"", KEY.sign(b""))


def test_number_beyond_the_order_is_refused():
    """Or one signature could be written in two ways."""
    signature = KEY.sign(b"text")
    beyond = int.from_bytes(signature[32:], "little") + verifier.ORDER

    assert not verifier.is_signed(PUBLIC, b"text", signature[:32] + beyond.to_bytes(32, "little"))


@pytest.mark.parametrize("note", ["", "a\n1\nb\n", "words\n\nwords", "o\nx\ny\n\n— o z\n"])
def test_what_is_no_checkpoint_is_refused(note):
    with pytest.raises(verifier.WrongError):
        verifier.checkpoint(note, "o+00000000+AQ==")


def test_dossier_of_which_nothing_was_signed_is_told(tmp_path, capsys):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("SHA256SUMS", "")

    assert verifier.main([str(tmp_path / "a.zip")]) == 1
    assert "it holds no 'log.json': it is not whole, or was made before anything was signed" in capsys.readouterr().out
