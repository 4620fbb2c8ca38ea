"""Addresses that lead to a statement, and texts that lead to none."""

import pytest

from timeline.beside.asking import id_in


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("k3x9m2p7qa", "k3x9m2p7qa"),
        ("https://record.example/statements/k3x9m2p7qa/", "k3x9m2p7qa"),
        ("statements/k3x9m2p7qa", "k3x9m2p7qa"),
        ("/statements/k3x9m2p7qa/cite.bib?utm_source=x#cite", "k3x9m2p7qa"),
        ("https://record.example/claims/the-toll/?at=aaaaaaaaaa#s-k3x9m2p7qa", "k3x9m2p7qa"),
        ("https://record.example/claims/the-toll/?at=k3x9m2p7qa", "k3x9m2p7qa"),
        ("https://record.example/documents/k3x9m2p7qa/", ""),
        ("The toll stays for ever", ""),
        ("K3X9", ""),
        ("", ""),
        ("x" * 1_000_000, ""),
    ],
)
def test_id_in(given, found):
    assert id_in(given) == found
