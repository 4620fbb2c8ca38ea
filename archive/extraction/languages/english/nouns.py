"""English nouns of those who speak, of bodies, writings and occasions, and of what says nothing."""

from __future__ import annotations

from archive.extraction.languages import words

SILENT = words(
    """
    sign signs law laws rule rules figure figures clock table tables map label proverb saying legend tradition rumour rumor rumours
    rumors wisdom gut heart instinct constitution clause article chapter line caption slogan banner plaque voice gossip this that
    these those what there nothing something everything none which who whom it conscience experience history math numbers
    number sticker poster t-shirt dictionary sense word words action actions silence eyes face look results result price prices cost
    """
)
# What tells a figure to come without a digit: "expect a loss".
CHANGES = words(
    """
    loss losses profit profits growth rise rises decline declines increase increases decrease drop drops fall gain gains recovery
    slowdown recession slump rebound surplus deficit percent inflation demand volatility revenue earnings
    """
)
CHANNELS = words(
    """
    website site page television tv radio twitter facebook telegram instagram x youtube phone telephone call court testimony remarks
    comments response reply part filing english russian private public writing turn studio ruling speech
    """
)
OBJECTS = words(
    """
    reporters journalists media press us me him them it parliament lawmakers mps deputies senators newsmen newspapers
    correspondents supporters crowds crowd delegates voters viewers listeners readers students audience everyone people investors
    police investigators officials colleagues congress
    """
)
DOCUMENTS = words(
    """
    statement document declaration communique communiqué report letter resolution text memo memorandum study paper message tweet
    post article release note survey indictment lawsuit filing ruling verdict agreement treaty decree order editorial review
    analysis poll transcript summary announcement petition website site notice bulletin posting email e-mail book column manifesto
    minutes motion affidavit suit complaint
    plan charter account blog documents reports letters posts texts papers tweets messages findings results comments authors
    """
)
BODIES = words(
    """
    ministry government department office council committee commission parliament senate congress court police army military force
    forces agency bureau company firm corporation bank group party union association federation organisation organization
    foundation institute university school hospital church club team board authority authorities administration embassy delegation
    mission secretariat cabinet kremlin city state country nation service watchdog regulator newspaper magazine paper channel
    broadcaster network outlet station campaign coalition alliance opposition side house prosecutors league society charity ngo
    fund guard operator maker retailer airline manufacturer carrier utility producer lender exchange insurer brokerage centre center
    weekly daily monthly tabloid broadsheet
    village municipality panel jury tribunal militants rebels guerrillas separatists
    """
)
ROLES = words(
    """
    businessmen businesswomen policemen servicemen congressmen
    attorney-general governor-general director-general solicitor-general auditor-general surgeon-general secretary-general
    inspector-general major-general brigadier-general lieutenant-general
    minister president premier chancellor secretary spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief
    director leader head deputy ambassador envoy governor mayor senator congressman congresswoman representative lawmaker mp mep
    legislator commissioner commander general colonel major captain lieutenant sergeant admiral marshal officer judge justice
    attorney lawyer prosecutor advocate professor doctor scientist researcher analyst expert economist historian activist
    campaigner author coauthor co-author writer journalist reporter editor correspondent columnist blogger founder cofounder
    co-founder ceo executive manager owner boss coach trainer player striker goalkeeper defender midfielder actor actress
    singer musician artist producer teacher student principal bishop archbishop pope pastor priest imam rabbi cardinal
    patriarch king queen prince princess emperor sheikh duke duchess lord lady undersecretary vice-president adviser advisor aide
    diplomat official negotiator mediator coordinator speaker whip candidate nominee veteran resident farmer worker nurse engineer
    pilot driver member witness victim father mother brother sister wife husband son daughter friend colleague partner
    lecturer dean rector physicist biologist chemist psychologist sociologist climatologist seismologist geologist oncologist
    epidemiologist fan plaintiff defendant inspector superintendent sheriff detective investigator consultant strategist planner
    organiser organizer champion winner laureate cosmonaut astronaut soldier tsar czar emir sultan taoiseach backbencher peer
    critic policeman treasurer trustee photographer filmmaker designer developer programmer volunteer source sources officials
    experts analysts critics activists scientists researchers authors residents witnesses lawyers supporters opponents economists
    historians diplomats lawmakers senators ministers leaders doctors teachers students workers parents farmers protesters
    demonstrators organisers organizers investigators prosecutors police officers judges campaigners observers monitors
    journalists reporters editors spokesmen executives managers fans soldiers troops commanders republicans democrats
    insiders man woman boy girl person teenager neighbour neighbor survivor passenger employee employees customers users people
    members respondents patients clients tenants agents aides allies rivals dissidents recipients constituents policymakers
    many others poster user commentator commentators someone nobody everyone cosplayer
    """
)
WORKS = words(
    """
    film movie book song series article titled entitled named novel play album programme program project exhibition show poem
    essay documentary report game track single headlined headline column chapter section magazine newspaper website site blog band
    robot ship vessel called labelled labeled reading written painting slogan motto nicknamed dubbed the
    """
)
OCCASIONS = words(
    """
    conference briefing interview speech address meeting talks summit session hearing rally debate forum ceremony visit
    presentation interviews negotiations broadcast podcast lecture discussion news-conference presser sitting congress
    inauguration opening dinner lunch reception launch laying exhibition conversation consultations roundtable seminar symposium
    """
)
