"""Vectors of English texts: near in meaning, near in number; other languages have none."""

import pytest

from archive.matching import prepare
from archive.matching.meaning.vectors import DIMENSIONS, codes_from, codes_of, cosine, is_english, vector_of, vectors_from, vectors_of
from archive.matching.words import words

LANGUAGES = [
    ("The dam at Orrin was never inspected.", True),
    ("Crime is down.", True),
    ("Kostrin vowed that 40,000 apartments would be built by 2027.", True),
    ("RT @ArdenNews: #BuildTheDam now! https://example.org/die/der/das", True),
    ("Die Sicherheit Europas ist unteilbar, sagte der Minister am Montag in Berlin.", False),
    ("La sécurité de l'Europe est indivisible, a déclaré le ministre.", False),
    ("El presidente no ha dicho nada sobre la reforma.", False),
    ("Безопасность неделима.", False),
    ("Security – безопасность неделима.", False),
    ("1998, 2014", False),
    ("", False),
]


@pytest.mark.parametrize(("text", "expected"), LANGUAGES)
def test_english_is_told_by_its_words(text, expected):
    assert is_english(words(text)) is expected
    assert (prepare(text).vector is not None) is expected


def test_what_means_the_same_is_nearer_than_what_does_not():
    asked, near, far = vectors_of(["We stay out of military blocs.", "No alliance of armies for us.", "Grain prices rose in spring."])

    assert cosine(asked, near) > cosine(asked, far) + 0.1
    assert cosine(asked, asked) == 1


def test_vector_is_the_same_alone_and_among_others():
    texts = ["Short.", "A much longer text about the harbour and its treaty with the neighbours.", ""]

    found = vectors_of(texts)

    assert found.shape == (3, DIMENSIONS)
    assert [cosine(row, vector_of(text)) for row, text in zip(found, texts, strict=True)] == [1, 1, 0]


def test_what_is_kept_of_a_vector_is_the_vector():
    codes = codes_of(["The harbour treaty stands.", "..."])

    assert (vectors_from(codes_from(codes.tobytes()))[0] == vector_of("The harbour treaty stands.")).all()
    assert 127 in abs(codes[0])
