"""English words in and around the role beside a name: posts, what they look after, and what joins them."""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.english import capitals

# Posts of a firm that one person holds together.
POSTS = words("chairman chairwoman chair president ceo cfo coo cto chief founder co-founder owner director editor publisher chancellor")
# What ministers look after, beside the words that names do not hold.
FIELDS = capitals.PORTFOLIOS | words(
    """
    Mining Mines Water Forestry Fisheries Resources Natural Planning Budget Petroleum Oil Power Railways Aviation Shipping Women Children
    Gender Land Lands Rural Urban Local Government Heritage Arts Innovation Higher Electricity Roads Works Ports Maritime Food Consumer
    Employment Pensions Research Broadcasting Parliamentary Manpower Population Gas Wildlife Livestock Irrigation Sanitation Care Skills
    Schools Equalities
    """
)
# "Ex-member Anna Smith".
PREFIXES = ("ex-", "vice-", "co-", "sub-")
# Small words within a role: "head of the mission at Looe".
CONNECTORS = words("of for to the at on in")
# Those who stand in a relation to somebody, and what joins them.
RELATED = words(
    """
    husband wife widow widower partner mother father son daughter brother sister parent parents cousin uncle aunt nephew niece friend
    neighbour neighbor colleague girlfriend boyfriend fiance fiancee lawyer attorney solicitor barrister relative
    """
)
OF = words("of for to")
SPEAKING_FOR = RELATED | words("spokesman spokeswoman spokesperson aide adviser advisor assistant ally allies aides advisers advisors")
ARTICLES = words("the a an")
# What stands before a name of something else: "the director of the Nutrition Study".
LOOSE = words("the of for to a an at in on")
# Before a capital that is the name of a place: "in Looe".
PLACING = words("in at from to near")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
# Behind the comma or bracket that follows a name.
DESCRIBING = words("who whose aged")
