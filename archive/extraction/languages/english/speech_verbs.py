"""English verbs by which a sentence reports speech, sorted by what they ask to stand behind them."""

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
# Verbs beside somebody's words: “I came here,” she began.
UTTERING = words(
    """
    began begins finished finishes sighed sighs laughed laughs smiled smiles shrugged shrugs grumbled grumbles groused gushed gushes
    sobbed sobs wept gasped moaned snapped roared beamed blurted stammered hissed bellowed whimpered fretted marveled marvelled
    enthused cracked deadpanned growled barked fumed sniffed agreed agrees nodded chuckled chuckles screamed pleaded begged
    """
)
# Verbs that lead to somebody's words only where these stand in quotation marks.
NAMING = UTTERING | words(
    """
    called calls call described describes characterized characterised characterizes dubbed labelled labeled branded
    termed deemed hailed praised criticised criticized condemned denounced slammed blasted welcomed cited cites quoted quotes
    calling describing citing quoting dubbing labelling labeling branding terming hailing referred refers declared admitted asked
    spoke speaks accused accuses likened compared dismissed rejected mocked thanked congratulated blamed thank invoked greeted
    """
)
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
# Beginnings of verbs that have the hearer as their object.
ADDRESSING = ("told", "tell", "assur", "remind", "inform", "warn", "asked", "notif", "advis", "persuad", "convinc")
SPEECH = SAYING | TELLING | AMBIGUOUS
# Verbs by which one binds oneself: "promised to veto the bill".
COMMITTING = inflected("promise vow pledge swear threaten")
# Verbs that people use of people: any subject of theirs speaks, but for things such as signs.
HUMAN = words(
    """
    said says say told tells tell announced announces warned warns warn argued argues argue insisted insists claimed claims added adds
    acknowledged acknowledges contended contends denied denies estimated estimates predicted predicts replied complained complains
    disclosed vowed promised pledged confirmed confirms reported reports noted notes explained explains testified stated states
    maintained maintains alleged alleges replies conceded concedes joked recalled recalls asserted asserts
    saying claiming alleging arguing insisting complaining denying contending
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
# Verbs of figures to come: "expect a loss of 6 cents a share".
FORESEEING = words("expecting forecasting predicting projecting anticipating")
FORECASTING = EXPECTING | inflected("predict forecast project estimate") | FORESEEING
# Verbs whose subject may be a thing that shows something; that is no speech.
SHOWING = words("show shows showed suggest suggests suggested indicate indicates indicated reveals revealed confirms confirmed means")
# Verbs of "it was announced that".
ANNOUNCED = words("announced reported said revealed disclosed confirmed learned learnt claimed alleged stated agreed decided")
# After a comma these lead back to the reporter.
REPORTING = words("speaking referring responding commenting replying quoting citing reportedly apparently echoing alluding addressing")
# Verbs after which a bare noun phrase is what was said.
NOUN_OBJECTS = words(
    """
    recalled stressed emphasised emphasized noted underlined highlighted reaffirmed reiterated denied underscored recalls stresses
    emphasises emphasizes notes underlines highlights reaffirms reiterates denies underscores
    """
)
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
# Ends of what somebody said: " … and left the room".
ACTIONS = words(
    """
    left went returned walked turned moved travelled traveled arrived met signed sat stood sent gave took held began thanked urged
    called accused criticised criticized praised demanded promised vowed asked added noted stressed said told warned denied
    ordered directed sentenced fined jailed granted postponed adjourned
    expressed rejected dismissed declined refused invited apologised apologized appealed pledged
    """
)
# Verbs by which somebody in a statement gives another's words, and those by which one only thinks or expects.
RELAYING = (SAYING | TELLING | {"according"}) - SHOWING
THINKING = EXPECTING | words("believe believes believed think thinks thought hope hopes hoped feel feels felt know knows knew fear fears")
