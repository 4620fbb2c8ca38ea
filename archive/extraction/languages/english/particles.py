"""Small English words by which phrases and clauses begin, go on and end, and the words of time that stand among them."""

from __future__ import annotations

from archive.extraction.languages import words

SPANS = words("minutes hours days weeks months years minute hour day week month year")
AFTERTHOUGHTS = (
    ("in", "an", "interview"), ("in", "a", "statement"), ("in", "remarks"), ("in", "comments"), ("in", "reference"), ("in", "response"),
    ("in", "what"), ("in", "an", "apparent"), ("in", "a", "reference"), ("in", "a", "sign"), ("in", "an", "attempt"), ("in", "a", "move"),
    ("a", "move"), ("a", "claim"), ("a", "charge"), ("an", "allegation"), ("as", "he"), ("as", "she"), ("during", "a"), ("at", "a"),
)  # fmt: skip
PASSIVE = words("was were been being is are be am get got gets")
AUXILIARY = words(
    """
    has have had also later then further earlier again once recently previously reportedly repeatedly subsequently already just
    even only still always now often long both sometimes
    """
)
NEGATED = words("not never n't nothing didn't doesn't don't hasn't haven't hadn't wouldn't couldn't won't cannot refused declined")
# Where a noun phrase to the left of its verb begins.
STOPS = words(
    """
    that which who whom whose because while when where if although though since after before until as than whether so but and or
    yet nor is are was were be been being has have had do does did will would shall should can could may might must what how why
    unless with during at on by from into about against between under over through amid despite following like via per
    """
)
DETERMINERS = words(
    """
    the a an this that these those his her its their our my your one some several many most all both another other each every no
    any two three four five six
    """
)
PRONOUNS = words("he she they it we i you who")
PERSONAL = {"he": "m", "she": "f"}
# Behind a name these may tell of whom it is; "him" never is the subject.
GENDERS = PERSONAL | {"himself": "m", "herself": "f"}
POSSESSIVE_WORDS = words("his her their its our my your whose")
# Phrases of time, place and writing begin with these; nouns of CHANNELS, OCCASIONS and DOCUMENTS end them.
ADJUNCT_HEADS = words("in on at during late early last this via by through over after before following from to")
TIMES = words(
    """
    yesterday today tonight earlier later recently week weekend month year morning afternoon evening night repeatedly again publicly
    privately separately bluntly flatly simply only january february march april june july august september october november december
    """
)
# Words for a beginning of a clause that are prepositions too.
OPENING_CLAUSES = words("if since while when although though because once unless despite under with without by within until over about")
CONNECTORS = words("but and so yet however meanwhile moreover furthermore also still then thus besides instead nevertheless nonetheless as")
OPENERS = (
    ("in", "addition"), ("in", "particular"), ("at", "the", "same", "time"), ("in", "turn"), ("on", "the", "other", "hand"), ("for",
    "example"), ("for", "instance"),
    ("in", "fact"), ("as", "a", "result"), ("in", "general"), ("besides",), ("moreover",), ("furthermore",), ("meanwhile",),
    ("however",), ("in", "conclusion"),
)  # fmt: skip
PREPOSITIONS = words(
    """
    in on at during after before following earlier late early to from with by for of amid beside alongside outside inside
    while when if despite as about since until through under over within
    """
)
FINITE = words(
    """
    is are was were be will would can could shall should must may might has have had do does did 's 're 'll isn't aren't wasn't
    weren't won't wouldn't can't couldn't don't doesn't didn't hasn't haven't hadn't cannot remains remain became become becomes
    came come comes went goes go made make makes took take takes began begin begins gave give gives got get gets kept keep keeps
    left leave leaves lost lose loses met meet meets paid pay pays put read ran run runs said saw see sees sent send sends showed
    shows show stood stand stands thought told won win wins wrote need needs want wants wanted feel feels felt know knows knew
    supports support uses use works work seems seem faces face poses pose undermines threatens continues deserves intends plans
    expects hopes believes
    """
)
# Small words and adverbs that open a sentence in capitals, with pronouns and their verbs: nobody is called so, and none heads a phrase.
NAMELESS = words(
    """
    as the a an it its this that these those there here he she they we i your his her their our my not no if while when where why how
    what which whose although though since because before after until unless despite during at by from in into of off on over about
    against between under through amid like per with without within for and but or nor so yet however meanwhile moreover furthermore
    nevertheless nonetheless besides instead also then thus still again indeed finally recently previously currently today yesterday
    tomorrow tonight once later earlier older recent according including having being is are was were be been has have had do does did
    would could should acting every each such now
    i'll i've i'm i'd you'll you've you're you'd we'll we've we're we'd they'll they've they're they'd he's he'd he'll she's she'd she'll
    it's it'll that's there's let's lets don't didn't
    """
)
# Nouns that end like adverbs: "the family said".
NO_ADVERBS = words(
    """
    family ally assembly anomaly monopoly bully belly jelly rally tally reply supply butterfly fly folly doily lily italy july
    subfamily dragonfly homily melancholy ply weekly daily monthly quarterly
    """
)


def is_adverb(word: str) -> bool:
    """An auxiliary, or what ends like an adverb and is no noun."""
    return word in AUXILIARY or (word.endswith("ly") and word not in NO_ADVERBS)
