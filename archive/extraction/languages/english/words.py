"""English words around reported speech."""

from __future__ import annotations

from archive.extraction.languages import words
from archive.extraction.languages.english.verbs import inflected

# Verbs after which nearly anything is what was said.
PURE = words("said says say")
# Verbs after which a clause may stand without "that".
SAYING = inflected(
    """
    contend maintain allege assert predict reckon concede acknowledge insist argue suspect expect anticipate hope believe think guess
    admit forecast deny confirm suggest complain promise vow pledge swear warn announce add testify assume indicate recommend disclose feel
    """
) | words(
    """
    said says say told tells tell claimed claims claim argued argues argue insisted insists believes believe warned warns warn
    added adds thinks think admitted admits acknowledged confirmed suggested suggests maintained alleged alleges predicted
    predicts hopes hope promised vowed pledged revealed conceded complained noted notes stressed reckons reckon estimated
    reports estimates announced reported explained explains stated states asserted asserts feared fears feels felt agreed agrees testified
    joked boasted recalled tweeted wrote writes swore knows knew recommends recommended
    """
)
# Verbs of speech that ask for "that", a colon or quotation marks.
TELLING = inflected(
    """
    rule charge caution speculate hint proclaim lament brag guarantee stress emphasise emphasize underline underscore highlight
    declare respond observe remark reiterate repeat reaffirm reveal propose counter protest object affirm clarify specify elaborate
    conclude worry forecast foresee calculate determine find show learn hold understand
    """
) - words(
    "learn hold show holds shows learns learned understand understands understood find finds object objects counter counters"
) | words(
    """
    emphasised emphasized emphasises emphasizes underlined underlines underscored underscores highlighted highlights declared
    declares replied replies responded responds answered answers asked asks recalls observed observes remarked remarks commented
    comments continued continues concluded concludes reiterated reiterates repeated repeats reaffirmed reaffirms pointed points
    specified clarified elaborated informed assured assures reassured urged urges proposed proposes advised demanded demands
    denied denies confirms reveals declaring shows showed found indicated indicates contended contends counters countered retorted
    quipped mused opined lamented remembered remembers recounted recounts reasoned theorized theorised theorizes speculated
    cautioned cautions protested objected exclaimed shouted whispered muttered cried yelled chanted joking posted posts voiced
    notified notifies reminded reminds alerted alerts signals
    summarised summarized wondered wonders inquired enquired exhorted interjected affirmed affirms attested attests acknowledges
    maintains concedes complains promises vows pledges admonished reads read signalled signaled thundered ventured interrupted
    went went-on mentioned mentions
    """
)
# Verbs that lead to somebody's words only where these stand in quotation marks.
NAMING = words(
    """
    called calls call described describes described characterized characterised characterizes dubbed labelled labeled branded
    termed deemed hailed praised criticised criticized condemned denounced slammed blasted welcomed cited cites quoted quotes
    calling describing citing quoting dubbing labelling labeling branding terming hailing referred refers declared admitted asked
    spoke speaks accused accuses likened compared dismissed rejected mocked thanked congratulated blamed thank invoked greeted
    """
)
# Verbs beside somebody's words: “I came here,” she began.
UTTERING = words(
    """
    began begins finished finishes sighed sighs laughed laughs smiled smiles shrugged shrugs grumbled grumbles groused gushed gushes
    sobbed sobs wept gasped moaned snapped roared beamed blurted stammered hissed bellowed whimpered fretted marveled marvelled
    enthused cracked deadpanned growled barked fumed sniffed agreed agrees nodded chuckled chuckles screamed pleaded begged
    """
)
NAMING |= UTTERING
# Participles that go on reporting the same speaker: ", adding that …".
PARTICIPLES = words(
    """
    adding saying noting stressing emphasising emphasizing claiming arguing insisting warning explaining stating declaring writing
    telling underlining underscoring pointing asserting recalling alleging suggesting concluding admitting acknowledging promising
    vowing pledging confirming denying reiterating replying responding asking tweeting commenting announcing predicting
    complaining calling describing continuing citing remarking observing
    """
)
# Base forms that are nouns as often: verbs after a plural alone ("some dealers claim that").
AMBIGUOUS = words(
    """
    claim report estimate state note answer question demand comment reply request project figure forecast stress repeat charge caution
    fear show find counter
    """
)
SPEECH = SAYING | TELLING | AMBIGUOUS
# Verbs by which one binds oneself: "promised to veto the bill".
COMMITTING = inflected("promise vow pledge swear threaten")
# Verbs that people use of people: any subject of theirs speaks, but for things such as signs.
HUMAN = words(
    """
    said says say told tells tell announced announces warned warns warn argued argues argue insisted insists claimed claims added adds
    acknowledged acknowledges contended contends denied denies estimated estimates predicted predicts replied complained complains
    disclosed vowed promised pledged confirmed confirms reported reports noted notes explained explains testified stated states
    maintained maintains alleged alleges replied replies conceded concedes joked recalled recalls asserted asserts
    """
)
SILENT = words(
    """
    sign signs law laws rule rules figure figures clock table tables map label proverb saying legend tradition rumour rumor rumours
    rumors wisdom gut heart instinct constitution clause article chapter line caption slogan banner plaque voice gossip this that
    these those what there nothing something everything none which who whom it conscience experience history math numbers
    number sticker poster t-shirt dictionary sense word words action actions silence eyes face look results result price prices cost
    """
)
# What somebody is who says so: "is convinced that".
ADJECTIVES = words(
    """
    convinced confident certain sure adamant hopeful persuaded optimistic worried concerned afraid satisfied doubtful skeptical sceptical
    """
)
# Verbs of what is to come: "expects sales to rise".
EXPECTING = inflected("expect anticipate")
# Verbs whose object is a thing as often as a clause: "reported a loss".
PRESENTING = words("reported reports report announced announces announce disclosed discloses disclose")
# Verbs of figures to come: "expect a loss of 6 cents a share", and nouns that tell such a figure without a digit.
FORESEEING = words("expecting forecasting predicting projecting anticipating")
FORECASTING = EXPECTING | inflected("predict forecast project estimate") | FORESEEING
CHANGES = words(
    """
    loss losses profit profits growth rise rises decline declines increase increases decrease drop drops fall gain gains recovery
    slowdown recession slump rebound surplus deficit percent inflation demand volatility revenue earnings
    """
)
# Verbs whose subject may be a thing that shows something; that is no speech.
SHOWING = words("show shows showed suggest suggests suggested indicate indicates indicated reveals revealed confirms confirmed means")
# Verbs of "it was announced that".
ANNOUNCED = words("announced reported said revealed disclosed confirmed learned learnt claimed alleged stated agreed decided")
# After a comma these lead back to the reporter.
REPORTING = words("speaking referring responding commenting replying quoting citing reportedly apparently echoing alluding addressing")
SPANS = words("minutes hours days weeks months years minute hour day week month year")
AFTERTHOUGHTS = (
    ("in", "an", "interview"), ("in", "a", "statement"), ("in", "remarks"), ("in", "comments"), ("in", "reference"), ("in", "response"),
    ("in", "what"), ("in", "an", "apparent"), ("in", "a", "reference"), ("in", "a", "sign"), ("in", "an", "attempt"), ("in", "a", "move"),
    ("a", "move"), ("a", "claim"), ("a", "charge"), ("an", "allegation"), ("as", "he"), ("as", "she"), ("during", "a"), ("at", "a"),
)  # fmt: skip
# Verbs after which a bare noun phrase is what was said.
NOUN_OBJECTS = words(
    """
    recalled stressed emphasised emphasized noted underlined highlighted reaffirmed reiterated denied underscored recalls stresses
    emphasises emphasizes notes underlines highlights reaffirms reiterates denies underscores
    """
)
PASSIVE = words("was were been being is are be am get got gets")
AUXILIARY = words(
    """
    has have had also later then further earlier again once recently previously reportedly repeatedly subsequently already just
    even only still always now often long both sometimes
    """
)
NEGATED = words("not never n't nothing didn't doesn't don't hasn't haven't hadn't wouldn't couldn't won't cannot refused declined")
# Verbs after which a clause with an auxiliary may stand without "that".
CONCLUDING = inflected(
    "determine conclude emphasize emphasise stress reiterate declare clarify lament caution speculate worry reveal explain"
)
# What somebody keeps back: "but did not confirm that", "though others declined to comment".
TELLING_BASES = words(
    """
    say confirm elaborate comment give provide specify disclose deny rule explain name identify respond reveal mention offer add indicate
    answer address discuss state clarify acknowledge
    """
)
REFUSING = words("declined declines denied denies refused refuses disputed disputes dismissed rejected")
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
POSSESSIVE_WORDS = words("his her their its our my your whose")
# Phrases of time, place and writing begin with these; nouns of CHANNELS, OCCASIONS and DOCUMENTS end them.
ADJUNCT_HEADS = words("in on at during late early last this via by through over after before following from to")
TIMES = words(
    """
    yesterday today tonight earlier later recently week weekend month year morning afternoon evening night repeatedly again publicly
    privately separately bluntly flatly simply only january february march april june july august september october november december
    """
)
CHANNELS = words(
    """
    website site page television tv radio twitter facebook telegram instagram x youtube phone telephone call court testimony remarks
    comments response reply part filing english russian private public writing turn studio ruling speech
    """
)
# Words for a beginning of a clause that are prepositions too.
OPENING_CLAUSES = words("if since while when although though because once unless despite under with without by within until over about")
OBJECTS = words(
    """
    reporters journalists media press us me him them it parliament lawmakers mps deputies senators newsmen newspapers
    correspondents supporters crowds crowd delegates voters viewers listeners readers students audience everyone people investors
    police investigators officials colleagues congress
    """
)
CONNECTORS = words("but and so yet however meanwhile moreover furthermore also still then thus besides instead nevertheless nonetheless as")
OPENERS = (
    ("in", "addition"), ("in", "particular"), ("at", "the", "same", "time"), ("in", "turn"), ("on", "the", "other", "hand"), ("for",
    "example"), ("for", "instance"),
    ("in", "fact"), ("as", "a", "result"), ("in", "general"), ("besides",), ("moreover",), ("furthermore",), ("meanwhile",),
    ("however",), ("in", "conclusion"),
)  # fmt: skip
PREPOSITIONS = words(
    """
    in on at during after before following earlier late early to from with by for of amid beside alongside outside inside before
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
# Ends of what somebody said: " … and left the room".
ACTIONS = words(
    """
    left went returned walked turned moved travelled traveled arrived met signed sat stood sent gave took held began thanked urged
    called accused criticised criticized praised demanded promised vowed asked added noted stressed said told warned denied
    ordered directed sentenced fined jailed granted postponed adjourned
    expressed rejected dismissed declined refused invited apologised apologized appealed pledged
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
    village municipality panel jury tribunal militants rebels guerrillas separatists
    """
)
ROLES = words(
    """
    minister president premier chancellor secretary spokesman spokeswoman spokesperson chairman chairwoman chairperson chair chief
    director leader head deputy ambassador envoy governor mayor senator congressman congresswoman representative lawmaker mp mep
    legislator commissioner commander general colonel major captain lieutenant sergeant admiral marshal officer judge justice
    attorney lawyer prosecutor advocate professor doctor scientist researcher analyst expert economist historian activist
    campaigner author coauthor co-author writer journalist reporter editor correspondent columnist blogger founder cofounder
    co-founder ceo executive manager owner boss coach trainer player captain striker goalkeeper defender midfielder actor actress
    singer musician artist director producer teacher student principal bishop archbishop pope pastor priest imam rabbi cardinal
    patriarch king queen prince princess emperor sheikh duke duchess lord lady undersecretary vice-president adviser advisor aide
    diplomat official negotiator mediator coordinator speaker whip candidate nominee veteran resident farmer worker nurse engineer
    pilot driver owner member witness victim father mother brother sister wife husband son daughter friend colleague partner
    lecturer dean rector physicist biologist chemist psychologist sociologist climatologist seismologist geologist oncologist
    epidemiologist fan plaintiff defendant inspector superintendent sheriff detective investigator consultant strategist planner
    organiser organizer champion winner laureate cosmonaut astronaut soldier tsar czar emir sultan taoiseach backbencher peer
    critic policeman treasurer trustee photographer filmmaker designer developer programmer volunteer source sources officials
    experts analysts critics activists scientists researchers authors residents witnesses lawyers supporters opponents economists
    historians diplomats lawmakers senators ministers leaders doctors teachers students workers parents farmers protesters
    demonstrators organisers organizers investigators prosecutors police officers judges campaigners observers monitors
    journalists reporters editors spokesmen officials executives managers fans soldiers troops commanders republicans democrats
    insiders man woman boy girl person teenager neighbour neighbor survivor passenger employee employees customers users people
    members respondents patients clients tenants agents aides allies rivals dissidents recipients constituents policymakers
    many others poster blogger user commentator commentators someone nobody everyone cosplayer
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
