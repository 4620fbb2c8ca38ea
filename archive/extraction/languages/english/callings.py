"""What people are called after in English: offices, trades, kinship and crowds."""

from __future__ import annotations

import re

from archive.extraction.languages import words
from archive.extraction.languages.english import capitals, nouns

# Beside those of `nouns.ROLES`, which also decides where reported clauses begin.
TRADES = words(
    """
    friends councillor councilor councilman councilwoman alderman eyewitness counterpart goalie headteacher headmaster headmistress
    novelist poet playwright playwriter sculptor painter composer conductor violinist pianist guitarist drummer bassist rapper
    dancer choreographer comedian broadcaster presenter anchor anchorman anchorwoman host moderator pundit podcaster youtuber
    influencer model chef cook baker butcher barber tailor plumber electrician carpenter welder mechanic technician builder
    architect surveyor accountant auditor banker broker trader investor entrepreneur businessman businesswoman industrialist tycoon
    billionaire millionaire philanthropist shopkeeper shopper customer client tenant landlord landlady homeowner housewife pensioner
    retiree widow widower orphan refugee migrant asylum-seeker immigrant exile defector dissident hostage prisoner inmate detainee
    suspect convict fugitive whistleblower informant spy agent fisherman fisher hunter shepherd rancher grower beekeeper gardener
    forester ranger miner fireman firefighter paramedic midwife surgeon physician paediatrician pediatrician dentist pharmacist vet
    veterinarian psychiatrist therapist pathologist coroner virologist immunologist cardiologist neurologist archaeologist
    anthropologist ethnologist linguist philosopher theologian mathematician statistician astronomer astrophysicist meteorologist
    forecaster oceanographer hydrologist glaciologist geographer zoologist ornithologist botanist ecologist entomologist
    conservationist environmentalist palaeontologist paleontologist curator librarian archivist headman elder chieftain tribesman
    mullah ayatollah lama monk nun friar abbot abbess deacon vicar chaplain preacher reverend bey pasha count countess marquis
    viscount crown-prince regent monarch tsarina empress consort first-lady lady chancellor vice-chancellor vice-minister
    undersecretary statesman politician ex-president ex-minister ex-prime lobbyist delegate commissioner ombudsman rapporteur
    registrar clerk magistrate barrister solicitor notary juror bailiff constable policewoman trooper marshal sniper gunner marine
    sailor skipper mate bosun helmsman navigator airman pilot co-pilot stewardess dispatcher engineer-in-chief foreman supervisor
    technologist operator receptionist cyclist skier skater snowboarder swimmer rower sprinter runner marathoner
    jumper hurdler boxer wrestler fencer gymnast footballer winger fullback halfback quarterback pitcher batsman bowler wicketkeeper
    cricketer golfer jockey racer climber mountaineer diver surfer referee umpire linesman selector masseur mascot ultra graduate
    undergraduate alumnus alumna pupil schoolboy schoolgirl classmate roommate intern apprentice fellow postgraduate grandmother
    grandfather grandson granddaughter grandparent uncle aunt nephew niece cousin twin stepfather stepmother godfather fiance
    fiancee boyfriend girlfriend spouse mum dad mom baby toddler child kid youngster pensioners brothers sisters parents twins
    cousins presidents chairmen senators governors mayors ambassadors envoys deputies chiefs captains coaches players chancellors
    premiers secretaries delegates members neighbours neighbors passers-by bystanders locals villagers islanders townspeople
    commuters passengers drivers motorists tourists visitors shoppers customers clients staff workers miners fishermen nurses
    doctors medics rescuers firefighters crews sailors pilots soldiers veterans migrants refugees survivors relatives families
    pupils students graduates academics scholars linguists philosophers archaeologists biologists climatologists geologists
    meteorologists forecasters astronomers physicists engineers architects planners traders brokers investors bankers shareholders
    landlords tenants homeowners farmers growers ranchers hunters rebels fighters militants insurgents gunmen hackers bloggers
    commentators pundits sceptics skeptics environmentalists conservationists unionists strikers picketers marchers demonstrators
    negotiators mediators aides insiders interlocutor interlocutors spokespeople spokespersons spokeswomen regulators inspectors
    auditors detectives
    """
)
COMPOUNDS = re.compile(
    r"[a-z-]{2,20}(?:ologist|maker|keeper|holder|owner|worker|leader|driver|player|writer|teacher|master|mistress|mother|father|woman"
    r"|(?<!hu)(?<!ger)(?<!ro)(?<!otto)man|person|ographer|onomist|athlete|hunter|trainer|manager|builder|dealer|grower)s?$"
)
# They end like compounds.
NO_CALLING = words("newsletter human german roman ottoman webmaster postmaster grandmaster showman chairman's")
ROLES = nouns.ROLES | TRADES


def is_calling(word: str) -> bool:
    """Whether the small-lettered English word says what somebody is."""
    if word in ROLES or word.removeprefix("ex-") in nouns.ROLES:
        return True
    return word.isascii() and bool(COMPOUNDS.match(word)) and word not in NO_CALLING


def is_feminine(word: str) -> bool:
    """Whether a title or a noun is a woman's: "mrs", "spokeswoman"."""
    return word in capitals.FEMALE or word.endswith("woman")
