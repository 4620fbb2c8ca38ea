"""English words by which a speaker denies, asks or supposes what he speaks of, rather than asserts it."""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.english.verbs import inflected

DENYING = inflected("deny reject refute dispute dismiss contest") | {"denying", "ruled out"}
ASKING = inflected("ask inquire enquire") | {"wanted to know"}
# "questioned whether" is doubt; "questions that" are a thing.
QUESTIONING = inflected("question")
WONDERING = inflected("wonder doubt")
# Of these nobody is sure who says so.
UNSURE = words("doubtful skeptical sceptical unsure uncertain hopeful worried concerned afraid") | {"not sure"}
SUPPOSING = WONDERING | QUESTIONING | UNSURE | inflected("hope fear worry speculate") | {"not rule out", "not deny", "not confirm"}
# Behind these "whether" opens what is asked or doubted.
BEFORE_WHETHER = ASKING | QUESTIONING | WONDERING | words("doubtful skeptical sceptical unsure uncertain") | {"not sure"}
WHETHER = words("whether if")
# Beside those of speech: of these only what stands behind "that" or "whether" is read.
VERBS = (DENYING | ASKING | QUESTIONING | WONDERING) - {"ruled out", "wanted to know"}
# Forms that are nouns as often: verbs behind somebody alone who can say so.
NOUNS_TOO = words("doubt doubts dispute disputes question questions contest contests reject rejects fears")
# What is denied by its name: "rejected | claims that", "her denial that".
CLAIMS = words(
    """
    claim claims suggestion suggestions accusation accusations allegation allegations report reports rumour rumours rumor rumors charge
    charges assertion assertions argument arguments notion idea speculation contention insinuation insinuations criticism complaint
    complaints statement statements theory view conclusion impression possibility suspicion suspicions belief fears concerns talk word
    """
)
DENIAL = words("denial denials")
# "expressed | fears that".
FEELINGS = words("hope hopes concern concerns fear fears doubt doubts wish")
# "denied | saying that".
SAYING = words("saying telling claiming stating suggesting writing")
# "allegedly said": the reporter does not vouch for it that the words were said.
HEARSAY = words("allegedly supposedly purportedly")
# "would say only that", "would later say": said all the same.
SAID_ALL_THE_SAME = words("only just later then still often always sometimes repeatedly")
