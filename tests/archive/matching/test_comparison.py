"""Two texts: which pairs are the same claim, which a guard takes back, and what is said for it."""

import pytest

from archive.matching import Idf, compare, prepare
from tests.growth import grows_in_proportion, spent

SAME = [
    ("There will be no early elections this year, the premier insisted.", "The premier ruled out early elections this year."),
    ("Россия не будет участвовать в переговорах по разоружению.", "Россия не станет участвовать в переговорах о разоружении."),
    ("Every second pensioner in Arden lives below the poverty line.", "Half of all pensioners in Arden live below the poverty line."),
    ("The council approved the harbour plan on Friday.", "The harbour plan was approved by the council on Friday."),
    ("We must close the frontier with Arden before winter.", "The border with Arden must be shut before winter."),
    ("Norland will spend $0.4bn on its northern railway.", "Norland is going to spend 400 million dollars on the northern railway."),
    ("Two thirds of the farmers in Arden lost their harvest.", "67% of farmers in Arden lost their harvest."),
    ("“The southern railway is finished — on time.”", "the southern railway is finished, on time"),
    ("They haven't paid the miners of Arden since March.", "They have not paid the miners of Arden since March."),
    ("Isn't it true that the dam was built without foreign loans?", "The dam was built without foreign loans."),
    ("The railway strike came before the harbour blockade.", "The harbour blockade came after the railway strike."),
]

GUARDED = [
    ("The fund paid 300 million dollars to the miners.", "The fund paid 500 million dollars to the miners.", "variant",
     "the number differs: '300 million' against '500 million'"),
    ("The ceasefire in Arden was signed on 9 May 2014.", "The ceasefire in Arden was signed on 9 May 2016.", "variant",
     "the number differs: '2014' against '2016'"),
    ("Arden has the third highest taxes on the continent.", "Arden has the highest taxes on the continent.", "variant",
     "the rank differs: 'third' against 'highest'"),
    ("We will build larger schools in northern Arden.", "We will build larger prisons in northern Arden.", "variant",
     "a word differs: 'schools' against 'prisons'"),
    ("The bridge in Velm was raised by two metres.", "The bank in Velm raised its rate by two points.", "variant",
     "what is counted differs: 'two metres' against 'two points'"),
    ("Norland will withdraw its troops from the islands.", "Norland will withdraw its troops from the islands if Arden does.", "narrower",
     "wider: not under a condition ('if')"),
    ("The cabinet approved the harbour treaty with Arden.", "The cabinet did not approve the harbour treaty with Arden.", "reversal",
     "may be the opposite: only one says 'not'"),
    ("Senator Hale met the harbour lobbyists in Velm.", "Senator Hale denies that he met the harbour lobbyists in Velm.", "reversal",
     "may be the opposite: only one says 'denies'"),
    ("Unemployment in Arden has increased every single year.", "Unemployment in Arden has decreased every single year.", "reversal",
     "may be the opposite: 'increased' against 'decreased'"),
    ("The mayor of Velm sued the contractor for fraud.", "The contractor sued the mayor of Velm for fraud.", "reversal",
     "may be the opposite: 'mayor' and 'contractor' change places"),
]  # fmt: skip

APART = [
    ("The opposition accused the government of corruption.", "The government accused the opposition of corruption."),
    (
        "Exports to the neighbouring countries doubled within three years.",
        "Exports to the neighbouring countries halved within three years.",
    ),
    ("All deputies voted for the pension reform.", "No deputies voted for the pension reform."),
    ("Россия будет участвовать в переговорах по разоружению.", "Россия не будет участвовать в переговорах по разоружению."),
    ("You would have very few cases.", "Such is not now the case."),
    ("Adela Kostrin was born in Velm.", "Adela Kostrin walked out of the talks."),
    ("Let me be very clear about one thing: the border is secure.", "Let me be very clear about one thing: the budget is balanced."),
    ("The dam was never inspected.", "Grain prices rose in spring."),
    ("", "The dam was never inspected."),
    ("", ""),
    ("…", "—"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same_claim_in_other_words(a, b):
    forth, back = compare(a, b, Idf()), compare(b, a, Idf())

    assert (forth.label, forth.same, forth.band) == ("same", True, "likely")
    assert back.same


@pytest.mark.parametrize(("a", "b", "label", "reason"), GUARDED)
def test_guard_relabels_and_says_why(a, b, label, reason):
    match = compare(a, b, Idf())

    assert (match.label, match.same, match.reasons[0]) == (label, False, reason)


@pytest.mark.parametrize(("a", "b"), APART)
def test_other_claims_are_not_the_same(a, b):
    assert not compare(a, b, Idf()).same


def test_reasons_can_be_read_aloud():
    match = compare(
        "No country may strengthen its security at the expense of the security of others, said 12 ministers.",
        "They promised not to strengthen their security at the expense of others. Twelve ministers signed the pact.",
        Idf(),
    )

    assert match.reasons == ("both say 'security at the expense'", "shares 'strengthen', 'ministers'", "the number agrees: 12")


def test_verbatim_is_said_in_one_reason():
    assert compare("The dam was never inspected by us.", "the dam was NEVER inspected by us", Idf()).reasons == ("the same words",)


def test_prepared_texts_give_the_same_answer():
    a, b = SAME[0]

    assert compare(prepare(a), prepare(b), Idf()) == compare(a, b, Idf())


def test_probability_grows_with_what_is_shared():
    claim = "The council approved the harbour plan on Friday."
    scores = [compare(claim, other, Idf()).probability for other in (claim, "The council approved a plan.", "Plans change.", "Snow fell.")]

    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(
    ("query", "other", "reasons"),
    [
        ("They kept the treaty of 1974.", "The treaty of 1974 was kept by all.", ["both say 'treaty of 1974'", "shares 'kept'"]),
        ("There was a fire in May.", "There was a fire at sea.", ["shares 'fire'"]),  # a run of one telling word
        ("Sundria's dam leaks.", "The dam is Sundria's.", ["shares 'Sundria', 'dam'"]),
        ("Five bridges burn.", "Five of the bridges fell.", ["shares 'bridges'", "the number agrees: Five"]),
    ],
)
def test_reasons_name_what_tells(query, other, reasons):
    told = compare(query, other, Idf()).reasons

    assert sorted(
        reason for reason in told if not reason.startswith(("a word differs", "what", "the number differs", "narrower", "wider", "says"))
    ) == sorted(reasons)


def test_number_that_differs_is_not_said_to_agree():
    reasons = compare("The two sides signed the long treaty on gas.", "The two ministers signed the long treaty on gas.", Idf()).reasons

    assert "what is counted differs: 'two sides' against 'two ministers'" in reasons
    assert [reason for reason in reasons if reason.startswith("the number agrees")] == []


@pytest.mark.parametrize(
    ("query", "other", "telling"),
    [
        ("The country needs rain before the harvest.", "Nobody left the country on Sunday evening.", False),
        ("The weighbridge broke again last night.", "They will paint every weighbridge green.", True),
        ("The toll was lifted by the council.", "The council lifted the toll.", True),
    ],
)
def test_unlikely_pair_is_listed_only_where_more_than_a_common_word_tells_why(query, other, telling):
    assert compare(query, other, Idf()).is_telling is telling


def test_comparing_what_is_prepared_is_cheaper_than_preparing_it():
    text = "The parameters of such a system should be the product of open and inclusive negotiations on the rules of coexistence. "
    texts = [text + f"Round {n} of the talks begins in {2000 + n}." for n in range(100)]
    query, others, idf = prepare(text), [prepare(other) for other in texts], Idf()
    compare(query, others[0], idf)

    comparing = min(spent(lambda _: [compare(query, other, idf) for other in others], 1) for _ in range(3))
    preparing = min(spent(lambda _: [prepare(other) for other in texts], 1) for _ in range(3))

    assert comparing < 2 * preparing


@pytest.mark.parametrize("piece", ["not ", "isn't ", "a b c d ", "No. "])
def test_hostile_text_takes_linear_time(piece):
    assert grows_in_proportion(lambda size: compare(piece * size, piece * size + "x", Idf()), 2_500)


LONG = (
    "The parameters of such a system come out of open talks about the rules of conflict and rest on the equality and {} of all its members."
)
OTHER = (
    "The last time we tried to put these lofty promises about {} into practice was at the summit, where nobody wanted to hear of any of it."
)


@pytest.mark.parametrize(
    ("together", "is_worth_a_look"), [("the indivisibility of security", True), ("the whole of it", False), ("Norvania and Tessaly", False)]
)
def test_rare_words_said_together_are_worth_a_look_however_long_the_sentences_are(together, is_worth_a_look):
    match = compare(LONG.format(together), OTHER.format(together), Idf())

    assert (match.band == "possible") == is_worth_a_look
    assert not match.same
