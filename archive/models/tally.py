"""What public pages count and list, and the number that says whether anything public changed. Kept by publication in its transaction."""

from secrets import token_urlsafe
from typing import Any, NamedTuple

from django.db import connection, models

from archive import edtf
from archive.enums import CountedAs, TallyScope
from archive.models.statement import Statement

# Filters that people use together have a list of their own: walking the one and asking the other of each row would take the longer the
# less they have in common.
PAIRS = {
    (TallyScope.SPEAKER, TallyScope.OUTLET): TallyScope.SPEAKER_OUTLET,
    (TallyScope.SPEAKER, TallyScope.CLAIM): TallyScope.SPEAKER_CLAIM,
    (TallyScope.OUTLET, TallyScope.CLAIM): TallyScope.OUTLET_CLAIM,
}
SINGLE = (TallyScope.SPEAKER, TallyScope.OUTLET, TallyScope.CLAIM, TallyScope.KIND, TallyScope.FORCE, TallyScope.SPAN)
LISTED = (*SINGLE, *PAIRS.values())  # the others are ranges of dates, which the statements' own index has in order


def pair_key(one: str | int, other: str | int) -> str:
    """The key of a pair, from the keys of the two in the order of `PAIRS`."""
    return f"{one}-{other}"


class SilenceEnd(NamedTuple):
    """An entry that a silence begins or ends with: its day, whether that is the day of publication, and as what it counts."""

    date: edtf.Edtf
    is_reported: bool
    figure: CountedAs


class ArchiveState(models.Model):
    """The one row that holds the archive's revision number, raised by whatever changes a public page: the key of kept pages and of ETags.

    With each number comes a mark by chance. An archive that was put back from a copy comes to numbers again that it had before, and another
    one behind the same site has numbers of its own: the marks tell their pages apart.
    """

    revision = models.PositiveBigIntegerField(default=0)
    mark = models.CharField(max_length=8, default="")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="archive_state_is_one_row")]

    def __str__(self) -> str:
        return f"revision {self.revision}"

    @classmethod
    def current_revision(cls) -> int:
        return cls.objects.values_list("revision", flat=True).filter(pk=1).first() or 0

    @classmethod
    def current(cls) -> str:
        """The revision with its mark. In SQL: each request asks it, and a queryset would take longer than all else of a kept page."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT revision, mark FROM archive_archivestate WHERE id = 1")
            revision, mark = cursor.fetchone() or (0, "")
        return f"{revision}.{mark}"

    @classmethod
    def take_turn(cls) -> None:
        """Held until the transaction ends by whoever changes what is public, before any other row: such acts need many rows in many orders,
        and so go one after the other instead of waiting for each other in a ring. SQLite holds the whole file anyway."""
        if connection.features.has_select_for_update:
            row = cls.objects.select_for_update(no_key=True).filter(pk=1).values_list("pk")
            if not list(row):  # nothing was made public yet
                cls.objects.get_or_create(pk=1)
                list(row.all())

    @classmethod
    def raise_revision(cls) -> None:
        mark = token_urlsafe(6)
        if not cls.objects.filter(pk=1).update(revision=models.F("revision") + 1, mark=mark):
            cls.objects.create(pk=1, revision=1, mark=mark)


class Tally(models.Model):
    """One row is a count of public statements: of all, of a year, a month, a span of years, a kind, a speaker, an outlet or a claim.

    Kept by publication.
    """

    scope = models.CharField(max_length=16, choices=TallyScope)
    key = models.CharField(max_length=120, blank=True)
    statements = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scope", "key"], name="tally_once_a_key")]
        indexes = [models.Index(fields=["scope", "-statements", "id"], name="tally_most_first")]

    def __str__(self) -> str:
        return f"{self.scope} {self.key}: {self.statements}"


class Listing(models.Model):
    """One row says that a public statement is counted under a Tally of one of the scopes `LISTED`, with its date: the Tally is the count
    of these rows, and a filtered list is one walk of their index. Kept by publication with the counts, and rebuilt at will."""

    pk = models.CompositePrimaryKey("statement", "tally")
    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, db_index=False, related_name="listings")
    tally = models.ForeignKey(Tally, on_delete=models.CASCADE, db_index=False, related_name="listings")
    said_sort = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["tally", "said_sort", "statement"], name="listing_by_date")]

    def __str__(self) -> str:
        return f"{self.statement_id} in {self.tally_id}"


class ClaimTally(models.Model):
    """One row is what a claim page counts, over public rows. `publication.claim_counts` keeps it by what CountedLink, CountedThing and
    TrailEntry gain or lose in an act, however many links the claim has; `reindex` makes all four anew.

    The columns of `CountedAs.occasions()` count occasions, `retracted` articles. Reports (articles), speakers, outlets and days are of
    the sayings alone, and not of who denies or varies the claim.
    """

    claim = models.OneToOneField("archive.Claim", on_delete=models.CASCADE, primary_key=True, related_name="tally")
    sayings = models.PositiveIntegerField(default=0)
    reports = models.PositiveIntegerField(default=0)
    retracted = models.PositiveIntegerField(default=0)  # reports of it that their outlets took back; counted nowhere else
    variants = models.PositiveIntegerField(default=0)
    narrower = models.PositiveIntegerField(default=0)
    wider = models.PositiveIntegerField(default=0)
    denials = models.PositiveIntegerField(default=0)
    relays = models.PositiveIntegerField(default=0)
    speakers = models.PositiveIntegerField(default=0)
    outlets = models.PositiveIntegerField(default=0)
    first_said = models.CharField(max_length=64, blank=True)
    first_sort = models.BigIntegerField()
    last_said = models.CharField(max_length=64, blank=True)
    last_sort = models.BigIntegerField()
    first_is_reported = models.BooleanField(default=False)  # the day is that of publication
    last_is_reported = models.BooleanField(default=False)
    longest_silence_days = models.PositiveIntegerField(null=True)  # at least; between the two dates that follow
    silence_from = models.CharField(max_length=64, blank=True)
    silence_until = models.CharField(max_length=64, blank=True)
    silence_from_is_reported = models.BooleanField(default=False)
    silence_until_is_reported = models.BooleanField(default=False)
    silence_from_figure = models.CharField(max_length=16, blank=True, choices=CountedAs)  # as what the two entries count
    silence_until_figure = models.CharField(max_length=16, blank=True, choices=CountedAs)

    class Meta:
        indexes = [models.Index(fields=["-sayings", "claim"], name="claim_tally_most_said")]

    def __str__(self) -> str:
        return f"{self.claim_id}: {self.sayings} sayings"

    @property
    def silence(self) -> tuple[SilenceEnd, SilenceEnd] | None:
        return silence_between(self)


def silence_between(tally: Any) -> tuple[SilenceEnd, SilenceEnd] | None:
    """The two entries with the longest time between them, from the columns of a ClaimTally; None until `reindex` has told what they are."""
    if not tally.silence_from_figure:
        return None
    return (
        SilenceEnd(edtf.parse(tally.silence_from), tally.silence_from_is_reported, CountedAs(tally.silence_from_figure)),
        SilenceEnd(edtf.parse(tally.silence_until), tally.silence_until_is_reported, CountedAs(tally.silence_until_figure)),
    )


class CountedLink(models.Model):
    """One row is a public Occurrence as it was counted last."""

    occurrence = models.OneToOneField("archive.Occurrence", on_delete=models.CASCADE, primary_key=True, related_name="counted_link")
    claim = models.ForeignKey("archive.Claim", on_delete=models.CASCADE, related_name="+", db_index=False)
    figure = models.CharField(max_length=16, blank=True, choices=CountedAs)  # empty where it counts in none
    saying = models.BigIntegerField()  # of `sayings.saying_of`: what has it in common counts once
    article = models.BigIntegerField()
    outlet = models.BigIntegerField()
    speakers = models.JSONField(default=list)  # their numbers
    said_sort = models.BigIntegerField()
    said_on = models.CharField(max_length=64, blank=True)
    said_latest = models.DateField(null=True)
    is_reported = models.BooleanField()  # the day is that of publication
    # who speaks, in order: the numbers of speakers, and how sources without a row are called; None until `reindex` has told it
    voices = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["claim", "figure", "said_sort", "occurrence"], name="counted_link_by_figure"),
            models.Index(fields=["claim", "saying", "said_sort", "occurrence"], name="counted_link_by_saying"),
            # all that a line of time draws, so that it is drawn from the index alone
            models.Index(fields=["claim", "said_sort", "occurrence", "figure", "saying", "said_latest"], name="counted_link_by_date"),
        ]

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.figure or 'counts in no figure'}"


class CountedThing(models.Model):
    """One row is something that a figure of a claim counts (an occasion, an article, a speaker, an outlet), while a public link has it."""

    claim = models.ForeignKey("archive.Claim", on_delete=models.CASCADE, related_name="+", db_index=False)
    figure = models.CharField(max_length=16)  # the column of ClaimTally
    thing = models.BigIntegerField()  # its number; of an occasion `CountedLink.saying`
    links = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "figure", "thing"], name="counted_thing_once_a_figure")]

    def __str__(self) -> str:
        return f"{self.figure} {self.thing}: {self.links} links"


class SpokenClaim(models.Model):
    """One row is on how many occasions a Speaker said a Claim, in reports that stand: what the speaker's page tells."""

    claim = models.ForeignKey("archive.Claim", on_delete=models.CASCADE, related_name="+", db_index=False)
    speaker = models.ForeignKey("archive.Speaker", on_delete=models.CASCADE, related_name="+", db_index=False)
    occasions = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "speaker"], name="spoken_claim_once_a_speaker")]
        indexes = [models.Index(fields=["speaker", "-occasions", "claim"], name="spoken_claim_most_first")]

    def __str__(self) -> str:
        return f"{self.speaker_id} on {self.claim_id}: {self.occasions} occasions"


class SharedTally(models.Model):
    """One row is how many public statements a Speaker shares with another one; either of them has one of the other."""

    speaker = models.ForeignKey("archive.Speaker", on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey("archive.Speaker", on_delete=models.CASCADE, related_name="+")
    statements = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["speaker", "other"], name="shared_tally_once_a_pair")]
        indexes = [models.Index(fields=["speaker", "-statements"], name="shared_tally_most_first")]

    def __str__(self) -> str:
        return f"{self.speaker_id} with {self.other_id}: {self.statements}"


class TrailEntry(models.Model):
    """One row is the first dated entry of a saying in the trail of its claim, and the silence before it.

    `heard` is the entry before it that ends last: the silence lasts from that one, `days` at least and `most_days` at most.
    """

    occurrence = models.OneToOneField("archive.Occurrence", on_delete=models.CASCADE, primary_key=True, related_name="+")
    claim = models.ForeignKey("archive.Claim", on_delete=models.CASCADE, related_name="+", db_index=False)
    saying = models.BigIntegerField()
    said_sort = models.BigIntegerField()
    said_latest = models.DateField()
    heard_sort = models.BigIntegerField(null=True)  # nothing before the first
    heard_latest = models.DateField(null=True)
    days = models.PositiveIntegerField(null=True)
    most_days = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "saying"], name="trail_entry_once_a_saying")]
        indexes = [
            models.Index(fields=["claim", "said_sort", "occurrence"], name="trail_entry_by_date"),
            models.Index(fields=["claim", "-days", "-most_days", "said_sort", "occurrence"], name="trail_entry_by_silence"),
        ]

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.days} days after the entry before"
