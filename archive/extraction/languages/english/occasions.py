"""English words for the occasions on which people speak, and for the writings in which they do. General words alone."""

from __future__ import annotations

from archive.extraction.languages import words

NOUNS = words(
    """
    conference conferences briefing briefings interview interviews speech speeches address addresses meeting meetings talks summit summits
    session sessions hearing hearings rally rallies debate debates forum ceremony visit visits presentation negotiations broadcast podcast
    lecture discussion discussions presser sitting congress inauguration opening dinner lunch breakfast reception launch laying exhibition
    conversation consultations roundtable seminar symposium workshop webinar call videoconference teleconference panel gathering reunion
    vigil march protest demonstration funeral memorial service trial inquest inquiry tribunal convention assembly plenary hustings sermon
    homily mass parade celebration celebrations anniversary commemoration appearance testimony tour trip stopover retreat fundraiser
    premiere festival unveiling groundbreaking handover signing swearing-in telethon livestream news-conference programme program show
    newscast bulletin q&a ama remarks comments phone-in
    """
)
# Of a record, which its heading dates: "Sitting of 16 May 2023".
SITTINGS = words("sitting session hearing debate briefing meeting proceeding press-conference news-conference") | {
    "press conference", "news conference",
}  # fmt: skip
# Of these one goes somewhere: "a visit to Valmere".
TRAVELS = words("visit visits trip tour stopover")
# What people write or put out; a statement, a report and a release have their own rules.
WRITINGS = words(
    """
    post posts tweet tweets thread letter letters op-ed article column blog blogpost message messages telegram email e-mail essay video memo
    memorandum note editorial diary newsletter dispatch livestream story stories entry
    """
)
# Of an occasion at which all who are named spoke.
JOINT = words("joint common shared")
# Capitals behind "in", "to" and "at" that are no place.
NO_PLACES = words(
    """
    January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday English French German Russian Belarusian Ukrainian Spanish Polish Arabic Chinese Parliament Congress Senate Court House
    President Prime Minister Mr Mrs Ms Dr The His Her Their January's
    """
)
# What one person says or writes in his own name, as its title calls it: "Remarks by Anna Hill", "Anna Hill's open letter".
ADDRESSES = words(
    """
    statement statements remarks speech address letter message testimony keynote lecture op-ed column commentary essay greeting greetings
    condolences tribute eulogy homily sermon post toast comments oration declaration appeal foreword
    """
)
ADDRESS_KINDS = words("open opening closing written oral prepared keynote video radio press public full")
