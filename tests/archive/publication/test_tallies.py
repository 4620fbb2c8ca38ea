"""The counts that pages show: kept by every act, they equal a fresh count whatever happened before."""

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import timedelta

import pytest

from archive import edtf, publication
from archive.enums import Answer, CountedAs, DocumentRelation, Likeness, RevisionClass, Stance
from archive.errors import Refused
from archive.identity.merged_claims import merge_claims
from archive.identity.merged_speakers import merge_speakers
from archive.identity.split_claims import Part, split_claim
from archive.linking.judgements import judge
from archive.linking.side import Side, Sides
from archive.models import ArchiveState, Claim, ClaimTally, Document, Listing, Occasion, Occurrence, SearchEntry, Speaker, Statement, Tally
from archive.models.search import indexed
from archive.models.tally import SilenceEnd
from archive.publication import listings, recounts
from tests import factories as make

pytestmark = pytest.mark.django_db
NAMES = (
    "retracted",
    "sayings",
    "reports",
    "variants",
    "narrower",
    "wider",
    "denials",
    "relays",
    "speakers",
    "outlets",
    "first_said",
    "last_said",
)
DATES = ["0203-05-17", "2015", "2019-05", "2019-05-17", "2021-12~", "2017/2023", "2023-05-17", "2024-06-24T10:00:00+03:00", ""]


def kept() -> dict[tuple[str, str], int]:
    return {(one.scope, one.key): one.statements for one in Tally.objects.filter(statements__gt=0)}


def lists_of(statement: Statement) -> set[tuple[str, str]]:
    """The keys under which it stands in a list of its own."""
    outlet = str(statement.document.article.outlet_id)
    speakers = {str(one.speaker_id) for one in statement.attributions.all() if one.speaker_id}
    claims = {str(one.claim_id) for one in statement.occurrences.filter(status="public")}
    keys = {("kind", statement.kind), ("force", statement.force), ("outlet", outlet)}
    keys |= {("speaker", one) for one in speakers} | {("claim", one) for one in claims}
    keys |= {("speaker-outlet", f"{one}-{outlet}") for one in speakers} | {("outlet-claim", f"{outlet}-{one}") for one in claims}
    keys |= {("speaker-claim", f"{one}-{other}") for one in speakers for other in claims}
    return keys | {key for key in (months_or_years(statement) if statement.said_on else ()) if key[0] == "span"}


def listed() -> set[tuple[str, str, int, int]]:
    return set(Listing.objects.values_list("tally__scope", "tally__key", "said_sort", "statement"))


def lists_made_anew() -> set[tuple[str, str, int, int]]:
    public = Statement.objects.filter(status="public")
    return {(*key, statement.said_sort, statement.pk) for statement in public for key in lists_of(statement)}


def counted() -> dict[tuple[str, str], int]:
    """Counted anew from the public rows, one by one."""
    counts: Counter = Counter()
    for statement in Statement.objects.filter(status="public"):
        keys = {("archive", ""), ("year", statement.said_earliest.isoformat()[:4] if statement.said_on else "undated")}
        keys |= set(months_or_years(statement)) if statement.said_on else set()
        counts.update(keys | lists_of(statement))
    return dict(counts)


def months_or_years(statement: Statement) -> list[tuple[str, str]]:
    """The month that holds it, or the years that it spans."""
    first, last = statement.said_earliest.isoformat(), statement.said_latest.isoformat()
    if first[:4] != last[:4]:
        return [("span", f"{first[:4]}-{last[:4]}")]
    return [("month", first[:7])] if first[:7] == last[:7] else []


def claims_kept() -> dict[int, tuple]:
    return {one.claim_id: tuple(getattr(one, name) for name in NAMES) for one in ClaimTally.objects.all()}


def claims_counted() -> dict[int, tuple]:
    rows = defaultdict(list)
    for one in Occurrence.objects.filter(status="public", statement__status="public"):
        rows[one.claim_id].append(one)
    return {claim: claim_counts(found) for claim, found in rows.items()}


def claim_counts(rows: list[Occurrence]) -> tuple:
    by_figure = defaultdict(list)
    for one in rows:
        by_figure[figure_of(one)].append(one)
    sayings = by_figure["sayings"]
    return (
        reports(by_figure["retracted"]),
        occasions(sayings),
        reports(sayings),
        *(occasions(by_figure[figure]) for figure in ("variant", "narrower", "wider", "denies", "relays")),
        len({a.speaker_id for one in sayings for a in one.statement.attributions.all() if a.speaker_id}),
        len({one.statement.document.article.outlet_id for one in sayings}),
        *first_and_last(one.statement for one in sayings),
    )


def figure_of(one: Occurrence) -> str:
    if any(note.is_retraction for note in one.statement.document.source_notes):
        return "retracted" if one.is_saying else ""
    if one.stance != "asserts":
        return one.stance
    return "sayings" if one.is_saying else one.likeness


def reports(rows: Iterable[Occurrence]) -> int:
    return len({one.statement.document.article_id for one in rows})


def occasions(rows: list[Occurrence]) -> int:
    return len({occasion(one.statement) for one in rows})


def first_and_last(statements: Iterable[Statement]) -> tuple[str, str]:
    """The days of the first report of each occasion: the earliest and the latest of these."""
    firsts: dict = {}
    for one in sorted(statements, key=lambda one: (one.said_sort, one.pk)):
        firsts.setdefault(occasion(one), one)
    dated = [one.said_on for one in firsts.values() if one.said_on]
    return (dated[0], dated[-1]) if dated else ("", "")


def occasion(statement: Statement) -> tuple:
    original = statement.translation_of or statement
    return ("occasion", original.occasion_id) if original.occasion_id else ("statement", original.pk)


class Newsroom:
    """Acts at random on a small archive, as a seed decides."""

    def __init__(self, seed: int):
        self.random, self.by = random.Random(seed), make.the_chief()
        self.outlets, self.speakers = [make.make_outlet() for _ in range(3)], [make.make_speaker() for _ in range(4)]
        self.occasions = [make.make_occasion() for _ in range(2)]
        for _ in range(3):
            make.make_claim()

    def some(self, rows) -> object | None:
        rows = list(rows)
        return self.random.choice(rows) if rows else None

    def standing_speakers(self, most: int) -> list[Speaker]:
        rows = list(Speaker.objects.standing())
        return self.random.sample(rows, min(most, len(rows)))

    def enter(self) -> None:
        statement = make.make_accepted_statement(
            make.make_document(outlet=self.some(self.outlets)), said_on=self.some(DATES), kind=self.some(["direct", "indirect"]),
            speakers=self.standing_speakers(2), occasion=self.some([None, *self.occasions]),
            translation_of=self.some([None, *Statement.objects.public().filter(translation_of=None)]),
        )  # fmt: skip
        self.join(statement)
        publication.publish(statement, by=self.by)

    def join(self, statement: Statement) -> None:
        for claim in self.random.sample(list(Claim.objects.standing()), self.random.randint(0, 2)):
            make.make_occurrence(statement, claim, stance=self.some(Stance), likeness=self.some(Likeness))

    def add_link(self) -> None:
        if statement := self.some(Statement.objects.public()):
            self.join(statement)
            for occurrence in statement.occurrences.filter(status="judged"):
                publication.publish(occurrence, by=self.by)

    def correct(self) -> None:
        if statement := self.some(Statement.objects.public()):
            said_on = self.some(DATES)
            changes = self.some([
                {"said_on": said_on, "undated": not said_on}, {"kind": self.some(["direct", "mixed"])},
                {"occasion": self.some([None, *self.occasions])},
                {"speakers": [(one, "", "") for one in self.standing_speakers(3)]},
            ])  # fmt: skip
            publication.correct(statement, by=self.by, changes=changes, revision_class=RevisionClass.CORRECTION, reason="Misread.")

    def correct_link(self) -> None:
        if link := self.some(Occurrence.objects.public()):
            changes = {"stance": self.some(Stance), "likeness": self.some(Likeness)}
            publication.correct(link, by=self.by, changes=changes, revision_class=RevisionClass.CORRECTION, reason="Misread.")

    def move_article(self) -> None:
        if statement := self.some(Statement.objects.public()):
            changes = {"outlet": self.some(self.outlets)}
            publication.correct(
                statement.document.article, by=self.by, changes=changes, revision_class=RevisionClass.CORRECTION, reason="Misread."
            )

    def move_occasion(self) -> None:
        if occasion := self.some(Occasion.objects.public()):
            changes = {"held_on": self.some(DATES[3:7])}
            publication.correct(occasion, by=self.by, changes=changes, revision_class=RevisionClass.CORRECTION, reason="Misread.")

    def tell_of_a_report(self) -> None:
        """Its outlet corrects or retracts it, or a notice of that is taken back."""
        notices, reports = Document.objects.exclude(relation=""), Document.objects.public()
        if notices and self.random.random() < 0.5:
            publication.take_back(self.some(notices), by=self.by, reason="It was another report.")
        elif reports:
            make.make_notice(self.some(reports), self.some(DocumentRelation))

    def withdraw(self) -> None:
        if row := self.some([*Statement.objects.public(), *Occurrence.objects.public()]):
            publication.withdraw(row, by=self.by, revision_class=RevisionClass.RETRACTION, reason="Retracted.")

    def publish_again(self) -> None:
        if statement := self.some(Statement.objects.withdrawn()):
            publication.publish(statement, by=self.by, reason="It stood.")

    def merge(self) -> None:
        if Speaker.objects.standing().count() > 2:
            merge_speakers(*self.standing_speakers(2), by=self.by, reason="One person.")

    def judge(self) -> None:
        pair = self.random.sample(list(Statement.objects.accepted()), min(2, Statement.objects.accepted().count()))
        if len(pair) == 2:
            sides = Sides(*(Side(one, one.start, one.end) for one in pair))
            judge(sides, self.some(Answer.joining()), by=self.by, claim=self.some(Claim.objects.standing()))

    def merge_claims(self) -> None:
        if Claim.objects.standing().count() > 2:
            merge_claims(*self.random.sample(list(Claim.objects.standing()), 2), by=self.by, reason="One claim.")

    def split_claim(self) -> None:
        claim = self.some(Claim.objects.standing())
        links = list(claim.occurrences.standing())
        if len(links) > 1:
            chosen = self.random.sample(links, len(links) // 2)
            split_claim(claim, Part(chosen, f"Apart from it, number {Claim.objects.count()}."), by=self.by, reason="Two claims.")

    def act(self) -> Callable[[], None]:
        acts = [self.enter] * 4 + [self.add_link, self.correct, self.correct_link, self.move_article, self.withdraw, self.publish_again]
        acts += [self.judge, self.split_claim, self.move_occasion, self.tell_of_a_report]
        return self.some([*acts, self.merge, self.merge_claims] if self.random.random() < 0.3 else acts)


@pytest.mark.parametrize("seed", range(2))
def test_counts_equal_a_fresh_count_after_any_acts(seed):
    newsroom = Newsroom(seed)

    for turn in range(60):
        before = ArchiveState.current_revision()
        act = newsroom.act()
        try:
            act()
        except Refused:
            assert ArchiveState.current_revision() == before
        assert [recounts.recount(lot) for lot in recounts.counted_claims()] in ([0], [])
        if turn % 5 == 4:  # a fresh count after each act would take minutes
            assert (kept(), claims_kept(), listed()) == (counted(), claims_counted(), lists_made_anew())

    assert sum(wrong for _read, wrong in listings.rebuild()) == 0
    assert (recounts.recount_statements(), [recounts.recount(lot) for lot in recounts.counted_claims()]) == (0, [0])
    entries = {one.statement_id: one.stems for one in SearchEntry.objects.all()}
    assert entries == {one.pk: indexed(one.text) for one in Statement.objects.public()}
    assert {claim.pk for claim in Claim.objects.public()} == set(claims_kept())


def test_ten_outlets_on_one_occasion_are_one_saying_and_ten_reports():
    occasion = make.make_occasion()

    claim = make.make_claim_said(10, occasion=occasion, said_on="2023-05-17")

    assert (claim.tally.sayings, claim.tally.reports, claim.tally.outlets) == (1, 10, 10)


def test_two_captures_of_an_article_are_one_report():
    article = make.make_article()
    for text in ("The bridge opens, he said.", "The bridge opens, he said again."):
        make.make_public_statement(make.make_document(text, article=article), "The bridge opens", claims=["It opens."])

    assert ClaimTally.objects.values_list("sayings", "reports", "outlets").get() == (2, 1, 1)


@pytest.mark.parametrize(("of_the_original", "of_the_translation"), [(False, False), (True, False), (True, True), (False, True)])
def test_translation_is_the_same_saying(of_the_original, of_the_translation):
    occasion = make.make_occasion()
    original = make.make_public_statement(claims=["It opens."], occasion=occasion if of_the_original else None)

    make.make_public_statement(claims=["It opens."], translation_of=original, occasion=occasion if of_the_translation else None)

    assert ClaimTally.objects.values_list("sayings", "reports").get() == (1, 2)


def test_occasion_counts_once_in_each_figure_that_a_report_of_it_counts_in():
    """One outlet printed the figure of the claim and another another; the reader sees both, and each is counted where it is shown."""
    occasion, claim = make.make_occasion(), make.make_claim()
    for stance, likeness in [
        (Stance.ASSERTS, Likeness.VERBATIM), (Stance.ASSERTS, Likeness.PARAPHRASE), (Stance.ASSERTS, Likeness.VARIANT),
        (Stance.ASSERTS, Likeness.NARROWER), (Stance.DENIES, Likeness.VERBATIM), (Stance.DENIES, Likeness.WIDER),
    ]:  # fmt: skip
        statement = make.make_accepted_statement(occasion=occasion)
        make.make_occurrence(statement, claim, stance=stance, likeness=likeness)
        publication.publish(statement, by=make.the_chief())

    assert [getattr(claim.tally, name) for name in CountedAs.occasions()] == [1, 1, 1, 0, 1, 0]
    assert claim.tally.reports == 2


def test_who_denies_or_varies_a_claim_does_not_say_it():
    claim = make.make_claim_said(1)
    for stance, likeness in [(Stance.DENIES, Likeness.VERBATIM), (Stance.ASSERTS, Likeness.VARIANT), (Stance.RELAYS, Likeness.VERBATIM)]:
        statement = make.make_accepted_statement()
        make.make_occurrence(statement, claim, stance=stance, likeness=likeness)
        publication.publish(statement, by=make.the_chief())

    tally = ClaimTally.objects.get()
    assert (tally.sayings, tally.speakers, tally.outlets, tally.reports) == (1, 1, 1, 1)


def test_reports_of_one_occasion_leave_no_silence_between_them():
    occasion = make.make_occasion()
    for said_on in ("2023-05-17", "2023-05-18"):
        make.make_public_statement(claims=["It opens."], occasion=occasion, said_on=said_on)

    tally = ClaimTally.objects.get()
    assert (tally.longest_silence_days, tally.first_said, tally.last_said) == (None, "2023-05-17", "2023-05-17")


SILENCES = [
    (["2023-05-17"], None),
    (["2023-05-17", "2023-05-17"], 0),
    (["2023-05-17", "2024-06-24"], 404),
    (["2020-01-01", "2021-01-01", "2021-01-11"], 366),
    (["2023-05", "2023-06-10"], 10),  # said on the last of May perhaps
    (["2023-05", "2023-05-10"], 0),
    (["2010/2020", "2015-01-01", "2021-01-01"], 1),  # the first may have been said at the end of 2020
    (["", "2023-05-17"], None),
    ([""], None),
]


@pytest.mark.parametrize(("dates", "days"), SILENCES)
def test_longest_silence_is_counted_at_least(dates, days):
    for date in dates:
        make.make_public_statement(claims=["It opens."], said_on=date)

    assert ClaimTally.objects.get().longest_silence_days == days


def test_a_silence_is_between_any_two_entries():
    for date, stance in [("2011~", Stance.ASSERTS), ("2018-03-20", Stance.DENIES), ("2019-03-20", Stance.ASSERTS)]:
        statement = make.make_accepted_statement(said_on=date)
        make.make_occurrence(statement, "It opens.", stance=stance)
        publication.publish(statement, by=make.the_chief())

    tally = ClaimTally.objects.get()

    ends = SilenceEnd(edtf.parse("2011~"), False, CountedAs.SAYINGS), SilenceEnd(edtf.parse("2018-03-20"), False, CountedAs.DENIALS)
    assert (tally.longest_silence_days, tally.silence) == (2271, ends)


def test_a_silence_tells_which_of_its_days_are_days_of_publication():
    make.make_public_statement(claims=["It opens."], said_on="2023-05-17", said_rule="event phrase")
    make.make_public_statement(claims=["It opens."], said_on="2023-06-17", said_rule="publication")

    assert [end.is_reported for end in ClaimTally.objects.get().silence] == [False, True]


def test_the_day_of_an_occasion_that_was_put_right_is_counted():
    occasion = make.make_occasion(held_on="2023-05-16")
    make.make_public_statement(claims=["It opens."], said_on="2023-05-17", said_rule="publication", occasion=occasion)
    was = ClaimTally.objects.get().first_is_reported

    changes = {"held_on": "2023-05-17"}
    publication.correct(occasion, changes=changes, by=make.the_chief(), revision_class=RevisionClass.CORRECTION, reason="A day later.")

    assert (was, ClaimTally.objects.get().first_is_reported) == (True, False)


def test_days_of_publication_are_told_to_be_so():
    make.make_public_statement(claims=["It opens."], said_on="2023-05-17", said_rule="event phrase")
    make.make_public_statement(claims=["It opens."], said_on="2023-06-17", said_rule="publication")

    tally = ClaimTally.objects.get()

    assert (tally.first_is_reported, tally.last_is_reported) == (False, True)


def test_said_first_and_last_are_of_sayings_alone():
    for date, likeness in [("2010", "variant"), ("2015-03", "paraphrase"), ("2020", "verbatim"), ("2024", "wider"), ("", "verbatim")]:
        statement = make.make_accepted_statement(said_on=date)
        make.make_occurrence(statement, "It opens.", likeness=Likeness(likeness))
        publication.publish(statement, by=make.the_chief())

    tally = ClaimTally.objects.get()
    assert (tally.first_said, tally.last_said, tally.sayings, tally.variants) == ("2015-03", "2020", 3, 1)
    assert (tally.first_sort, tally.last_sort) == (edtf.parse("2015-03").sort_key, edtf.parse("2020").sort_key)


def test_claim_only_denied_or_varied_has_no_dates_of_saying():
    for stance, likeness in [(Stance.DENIES, Likeness.VERBATIM), (Stance.ASSERTS, Likeness.VARIANT)]:
        statement = make.make_accepted_statement()
        make.make_occurrence(statement, "It opens.", stance=stance, likeness=likeness)
        publication.publish(statement, by=make.the_chief())

    tally = ClaimTally.objects.get()
    assert (tally.sayings, tally.denials, tally.variants) == (0, 1, 1)
    assert (tally.first_said, tally.first_sort, tally.longest_silence_days, tally.speakers) == ("", edtf.UNDATED_SORT, 0, 0)


def test_nothing_moves_where_nothing_changed():
    statement = make.make_public_statement()
    before = kept(), listed()

    listings.moved(listings.standings([statement.pk]), listings.standings([statement.pk]))

    assert (kept(), listed()) == before


def test_revision_number_is_raised_by_each_public_act_alone():
    numbers = [ArchiveState.current_revision()]
    statement = make.make_accepted_statement()
    numbers.append(ArchiveState.current_revision())
    publication.publish(statement, by=make.the_chief(), at=statement.document.captured_at + timedelta(days=1))
    numbers.append(ArchiveState.current_revision())

    assert numbers == [0, 0, 1]
