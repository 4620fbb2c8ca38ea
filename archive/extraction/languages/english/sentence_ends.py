"""English abbreviations, words that begin sentences, and verbs of a reporter's words behind a question or a cry."""

from __future__ import annotations

from archive.extraction.languages import words

# Never the end of a sentence: a name, a number or more of the phrase follows.
ABBREVIATIONS = words(
    """
    mr mrs ms mx dr prof sen rep gov gen lt col maj capt sgt cpl st rev hon adm amb cllr cmdr supt insp vs e.g i.e cf fig approx dept
    est jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
# Often the end of one: it goes on unless a word follows that begins sentences.
EITHER = words("inc ltd co corp cos bros llc plc jr sr ph.d etc al dept ave blvd rd a.m p.m b.c a.d")
# Before a number.
NUMBERED = words("no nos art arts par pp p vol ch sec fig figs eq ver")
# What can follow “U.S.” only as the beginning of a new sentence.
STARTERS = words(
    """
    the a an he she it they we i this that these those in on at but and however meanwhile according after before when while if as
    there his her their its you what who why how most many some another both one two so yet then now since although because
    """
)
# Behind a question or a cry and a name: "“No!” Ann Hill said".
REPORTING = words("said asked says asks added told replied wrote exclaimed wondered shouted tweeted")
# Titles and firms in short, as they are printed before and behind a name.
TITLES = words(
    "Mr Mrs Ms Mx Dr Prof Sen Rep Gov Gen Lt Col Maj Capt Sgt Cpl St Rev Hon Jr Sr Adm Amb Pres Supt Insp Cllr Cmdr Brig Msgr Fr Sec"
)
FIRMS = words("Inc Ltd Corp Co Cos Bros Plc Jr Sr Dept Bancorp Mfg Intl Assn")
