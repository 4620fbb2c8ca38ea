"""Who speaks words beside which nobody stands."""

import pytest

from tests.archive.extraction.speakers.passages import last_names

SAID = "“The lock will open,” Anna Hill said."
ALONE = "“It will be free for all of us.”"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"{SAID} {ALONE}", ["Anna Hill"]),
        (f"{SAID}\n\n{ALONE}", ["Anna Hill"]),
        (f"{SAID} It rained on the town. {ALONE}", []),
        (f"Anna Hill was blunt. {ALONE}", ["Anna Hill"]),
        (f"Anna Hill was blunt.\n\n{ALONE}", []),
        (f"Anna Hill met Tom Orr. {ALONE}", []),
        (f"{ALONE}\n\n— Anna Hill, engineer", ["Anna Hill"]),
        ("Anna Hill was blunt. “It will be free for all of us” … “and it will be ours for ever.”", ["Anna Hill"]),
        ("— Шлюз откроют весной, — сказала Анна Орлова. — Он будет бесплатным.", ["Анна Орлова"]),
        ("Анна Орлова ответила на вопросы. «Шлюз откроют весной следующего года».", ["Анна Орлова"]),
    ],
)
def test_words_alone_are_of_whoever_stands_nearest(text, names):
    assert last_names(text) == names
