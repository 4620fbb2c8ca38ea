"""English phrases of several words by which a sentence reports speech: "made it clear", "did not rule out"."""

from __future__ import annotations

# Phrases by their words; the last is what the cue is called.
PHRASES = tuple(
    (tuple(phrase.split()), word)
    for phrases, word in (
        ("made it clear|makes it clear|make it clear|made clear|makes clear|make clear|made it plain|makes it plain", "made clear"),
        ("let it be known|lets it be known|made it known|made known", "made known"),
        ("not rule out|n't rule out|not ruled out|n't ruled out|not excluded|not exclude|cannot rule out|never ruled out", "not rule out"),
        ("not deny|n't deny|cannot deny|never deny|not denied|n't denied|never denied|not dispute|n't dispute|not disputed", "not deny"),
        ("not confirm|n't confirm|cannot confirm|not confirmed|n't confirmed", "not confirm"),
        ("ruled out|rules out|rule out", "ruled out"),
        ("wanted to know|wants to know|want to know", "wanted to know"),
        ("took the view|takes the view|take the view|held the view|holds the view|is of the opinion|was of the opinion", "took the view"),
        ("has no doubt|have no doubt|had no doubt|left no doubt|leaves no doubt|leave no doubt|made no secret", "has no doubt"),
        ("gave assurances|gave an assurance|gave his word|gave her word|drew attention to the fact|sounded the alarm", "gave assurances"),
        ("went on to say|goes on to say|went on to add|was quick to say|was quick to add|go on to say", "said"),
        ("is on record as saying|was on record as saying|issued a statement saying|released a statement saying", "said"),
        ("put out a statement saying|sent out a statement saying|wrote a letter saying", "said"),
    )
    for phrase in phrases.split("|")
)
BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _phrase, _word in PHRASES:
    BY_FIRST.setdefault(_phrase[0], []).append((_phrase, _word))
