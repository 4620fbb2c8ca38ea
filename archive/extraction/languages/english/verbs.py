"""English verbs in the forms by which a clause is told from a bare noun phrase, and the inflexion of regular ones."""

from __future__ import annotations

from archive.extraction.languages import words

VOWELS = "aeiou"
IRREGULAR = {
    "say": "said", "tell": "told", "think": "thought", "write": "wrote", "swear": "swore", "know": "knew", "hold": "held",
    "feel": "felt", "read": "read", "find": "found", "foresee": "foresaw", "bet": "bet", "forecast": "forecast", "understand": "understood",
}  # fmt: skip


# Endings of bases that take "-es".
HISSING = ("s", "sh", "ch", "x", "z", "o")


def third(base: str) -> str:
    """ "deny" -> "denies"."""
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(HISSING) else "s")


def past(base: str) -> str:
    """ "deny" -> "denied"."""
    if base in IRREGULAR:
        return IRREGULAR[base]
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def inflected(text: str) -> frozenset[str]:
    """The listed verbs, in the base form, the third person and the past."""
    return frozenset(form for base in text.split() for form in (base, third(base), past(base)))


# Finite wherever they stand.
ALWAYS = words(
    """
    is are was were will would can could shall should must may might has have had do does did isn't aren't wasn't weren't won't
    wouldn't can't couldn't don't doesn't didn't hasn't haven't hadn't cannot shouldn't mustn't ain't it's he's she's that's there's
    here's what's who's let's i'm
    """
)
CONTRACTED = ("'re", "'ll", "'ve", "'d", "n't", "'m")
PASTS = words(
    """
    rose fell came went made took began gave got kept left lost met paid ran said saw sent stood thought told won wrote grew held
    spent sold bought brought built broke chose cost drew drove ate fought flew forgot froze hid hit hurt knew laid led lent lit meant
    put quit rode rang sank sang set shook shone shot shut slept slid spoke split spread stole struck swam swept taught threw understood
    woke wore became felt found heard showed shrank stuck withdrew underwent overcame arose bore beat bet bid burst cast caught cut
    dealt fed forbade forgave sought shed slipped stepped swore tore wept wound let read sat dug hung
    """
)
COMMON = """
    accept account add affect agree aim allow amount announce appear apply argue ask assume attack attract avoid back base bear beat
    become begin believe belong benefit bring build buy call care carry cause challenge change charge choose claim close collapse
    collect come compete complain comply confirm consider consist contain continue contribute control cost count cover create cut
    deal decide decline decrease defend delay deliver demand deny depend deserve design destroy determine develop differ die disagree
    discuss doubt drive drop earn employ enable encourage end enjoy enter exceed exist expand expect explain export express extend
    face fail fall favor favour fear feel fight find finish fit fly follow force gain get give go grow happen harm hate hear help hold
    hope hurt ignore import improve include increase indicate intend introduce invest involve join keep kill know lack last lead learn
    leave let lie like limit live look lose love maintain make manage matter mean meet merit mind miss move need offer open operate
    oppose outweigh own owe participate pass pay perform permit plan play point pose prefer prepare present prevent produce promise
    protect prove provide publish pull push put raise reach react read receive recommend reduce reflect refuse regard regret reject
    rely remain remember remove represent require respect respond rest restrict result return rise risk rule run save say see seek seem
    sell send serve set share shift show shrink sit spend stand start stay stem stop strengthen struggle succeed suffer suggest suit
    support suppose surprise survive take talk target tell tend think threaten total trade try trust turn understand undermine use
    vary violate vote wait want warrant watch weaken welcome win wish wonder work worry write yield hire lag trail absorb
    sound smell taste stretch date generate honor honour defy obey bar ban grant
    """
BASES = words(COMMON)
THIRDS = frozenset(third(base) for base in BASES)
# These forms are no plurals of nouns.
CERTAIN = words(
    """
    remains becomes seems says goes takes makes comes gets keeps brings allows contains includes requires provides appears believes
    exists happens knows thinks depends deserves belongs continues means begins gives finds holds loses proves tends carries
    """
)
# Plurals without an s, before which a base form is a verb.
PLURALS = words("they we i you people police men women children media who that both many most some others these those data there")
