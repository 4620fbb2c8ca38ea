"""English words in and around the names of bodies and firms."""

from __future__ import annotations

from archive.extraction.languages import words

# Small words within a name: "Ministry of Trade and Industry", "Médecins du Monde".
INSIDE = words("of for and the on to in de du &")
# The last word of a newspaper's name.
PAPERS = words("News Times Post Herald Tribune Journal Gazette Guardian Chronicle Telegraph Mail Globe Inquirer Observer Courier")
# What a later sentence calls a newspaper.
PAPER_NOUNS = ("newspaper", "paper")
# What a later sentence calls a firm.
FIRMS = words(
    """
    company firm corporation retailer maker manufacturer carrier airline lender chain automaker carmaker chipmaker drugmaker brewer
    producer operator builder developer insurer supplier brokerage phone-maker
    """
)
# The last word of a firm's name.
FIRM_SUFFIXES = words("inc inc. corp corp. co co. ltd ltd. llc plc plc. holdings company corporation")
EXCHANGES = words("nasdaq nyse amex lse otc otcbb asx tsx")
SHARES = words("shares stock")
