"""The shapes of `shapes` as Django REST Framework writes them down, for openapi.json. Nothing is made with these at run time."""

from rest_framework import serializers

from archive.entries.marks import ROLES
from archive.entries.ways import WAYS
from archive.enums import (
    ArticleKind,
    CountedAs,
    DocumentRelation,
    Force,
    Likeness,
    OccasionKind,
    OutletKind,
    RevisionClass,
    SourceStatus,
    SpeakerKind,
    Stance,
    StatementKind,
    TextPolicy,
    ZoneSource,
)
from timeline.api.elsewhere_serializers import Affiliation, FactCheck, Identifier

ID = "Opaque and permanent."
EDTF = "ISO 8601-2 (EDTF, levels 0 and 1, and intervals): 2023-05-17, 2019-05, 2021-12~, 2022-07/2022-09."
OFFSET = "Counted from 0 in Unicode code points of the document's text."


class Date(serializers.Serializer):
    edtf = serializers.CharField(help_text=EDTF)
    earliest = serializers.DateField(help_text="The first day that it can be, at the place itself.")
    latest = serializers.DateField(allow_null=True, help_text="The last day that it can be; null where it has no end.")
    words = serializers.CharField(help_text="The same in English.")


class SaidOn(Date):
    words = serializers.CharField(help_text="The same in English; a day of publication is said to be one: “reported 20 May 2023”.")
    of = serializers.ChoiceField(
        choices=["saying", "publication"], help_text="What it is the day of: where nothing tells when words were said, of the report."
    )


class AttributedSpeaker(serializers.Serializer):
    name = serializers.CharField(allow_null=True, help_text="Whom the printed name resolves to; null for an unnamed source.")
    slug = serializers.CharField(allow_null=True)
    printed = serializers.CharField(allow_blank=True, help_text="The name as it stands in the document; empty where it does not.")
    role = serializers.CharField(allow_blank=True, help_text="The role as it stands in the document; empty where it does not.")


class DocumentOfStatement(serializers.Serializer):
    id = serializers.CharField(help_text=ID)
    title = serializers.CharField(help_text="The outlet's own; outlet and day where there is none, or where it repeats withdrawn words.")
    outlet = serializers.CharField(allow_null=True, help_text="The outlet's name.")
    url = serializers.URLField(allow_null=True, help_text="Where the outlet published it.")
    published = Date(allow_null=True)
    sha256 = serializers.CharField(help_text="Of the text as captured, in UTF-8.")


class Selector(serializers.Serializer):
    """A selector of the W3C Web Annotation model: the words and what stands beside them, or their place."""

    type = serializers.ChoiceField(choices=["TextQuoteSelector", "TextPositionSelector"])
    exact = serializers.CharField(required=False)
    prefix = serializers.CharField(required=False, allow_blank=True)
    suffix = serializers.CharField(required=False, allow_blank=True)
    start = serializers.IntegerField(required=False, help_text=OFFSET)
    end = serializers.IntegerField(required=False, help_text="One past the last character.")


class OccasionOfStatement(serializers.Serializer):
    id = serializers.CharField(help_text=ID)
    url = serializers.URLField(help_text="Its page: who quoted what.")
    name = serializers.CharField()
    place = serializers.CharField(allow_blank=True)


class OccurrenceOfStatement(serializers.Serializer):
    claim = serializers.CharField(help_text="The claim's slug.")
    stance = serializers.ChoiceField(choices=Stance.choices)
    likeness = serializers.ChoiceField(choices=Likeness.choices)
    start = serializers.IntegerField(help_text=OFFSET)
    end = serializers.IntegerField(help_text="One past the last character.")


class SourceNotice(serializers.Serializer):
    """What the outlet, or the one whose text it copies, said of its report later."""

    status = serializers.ChoiceField(choices=SourceStatus.choices)
    on = serializers.CharField(allow_null=True, help_text="The day of the notice (EDTF); null where it is not known.")
    by = serializers.CharField(allow_null=True, help_text="The id of the notice's document; null where it has no public statement.")
    url = serializers.URLField(allow_null=True, help_text="Where the outlet published the notice.")
    note = serializers.CharField(allow_blank=True, help_text="What it puts right, in a few words.")
    words = serializers.CharField(help_text="All that in a sentence.")


class Redaction(serializers.Serializer):
    """That the law had words taken out of a text. In each of their places stand as many blocks, so that all other offsets hold."""

    at = serializers.DateTimeField()
    reason = serializers.CharField()
    places = serializers.ListField(child=serializers.ListField(child=serializers.IntegerField()), help_text="[start, end] of each.")


class Statement(serializers.Serializer):
    id = serializers.CharField(help_text=ID)
    url = serializers.URLField()
    text = serializers.CharField(help_text="Exactly as it stands in the document.")
    kind = serializers.ChoiceField(choices=StatementKind.choices)
    force = serializers.ChoiceField(
        choices=Force.choices, help_text="How the speaker holds the words: only `asserted` ones are simply said."
    )
    language = serializers.CharField(allow_blank=True, help_text="BCP 47 tag.")
    said_on = SaidOn(allow_null=True, help_text="When the words were spoken; null where no date can be found.")
    said_words = serializers.CharField(allow_blank=True, help_text="The words that the date was read from.")
    said_rule = serializers.CharField(allow_blank=True, help_text="The rule that read it.")
    speakers = AttributedSpeaker(many=True)
    document = DocumentOfStatement()
    source_status = SourceNotice(
        allow_null=True, help_text="The gravest of the source's own notices: what it retracted before what it corrected."
    )
    locator = serializers.CharField(allow_blank=True, help_text="Page, time code or item in the source.")
    selector = Selector(many=True)
    occasion = OccasionOfStatement(allow_null=True)
    translation_of = serializers.CharField(allow_null=True, help_text="The id of the public statement that this translates.")
    occurrences = OccurrenceOfStatement(many=True)
    version = serializers.IntegerField(help_text="Raised by each change of what is public.")
    recorded_at = serializers.DateTimeField(help_text="When it became public here.")


class Days(serializers.Serializer):
    fewest = serializers.IntegerField()
    most = serializers.IntegerField(help_text="More than the fewest where one of the two dates is coarse.")
    about = serializers.BooleanField(help_text="One of the two dates is approximate, uncertain or a day of publication.")
    in_order = serializers.BooleanField(help_text="Whether the dates tell which was first; where not, the days are in either direction.")


class SilenceEnd(SaidOn):
    counted = serializers.ChoiceField(choices=CountedAs.occasions(), help_text="As what this entry counts.")


class Silence(Days):
    until = SilenceEnd()
    # "from" is a word of Python's own; see get_fields.

    def get_fields(self):
        return super().get_fields() | {"from": SilenceEnd()}


class Claim(serializers.Serializer):
    slug = serializers.CharField(help_text="Permanent: an old one redirects.")
    url = serializers.URLField()
    text = serializers.CharField()
    first_said = SaidOn(allow_null=True)
    last_said = SaidOn(allow_null=True)
    sayings = serializers.IntegerField(help_text="Occasions on which it was asserted. Several reports of an occasion count once.")
    variants = serializers.IntegerField(help_text="Occasions on which it was asserted with another number, date, place or actor.")
    narrower = serializers.IntegerField(help_text="Occasions on which less than it was asserted.")
    wider = serializers.IntegerField(help_text="Occasions on which more than it was asserted.")
    denials = serializers.IntegerField(help_text="Occasions on which it was denied.")
    relays = serializers.IntegerField(help_text="Occasions on which somebody reported that another said it.")
    reports = serializers.IntegerField(help_text="Distinct articles that report a saying.")
    retracted_reports = serializers.IntegerField(help_text="Articles that reported a saying and were retracted; counted nowhere else.")
    speakers = serializers.IntegerField(help_text="Distinct named speakers of the sayings.")
    outlets = serializers.IntegerField(help_text="Distinct outlets that report a saying.")
    longest_silence_days = serializers.IntegerField(
        allow_null=True, help_text="The longest time between an entry of its trail and the next, at least."
    )
    longest_silence = Silence(allow_null=True, help_text="The same as a range, with the two entries.")
    fact_checks = FactCheck(many=True, help_text="What others found of it, in their words.")
    occurrences_url = serializers.URLField()
    trail_url = serializers.URLField()


class Occurrence(OccurrenceOfStatement):
    text = serializers.CharField(help_text="The words that carry the claim.")
    statement = Statement()


class Change(serializers.Serializer):
    op = serializers.ChoiceField(choices=["same", "removed", "added"])
    words = serializers.CharField()


class Step(serializers.Serializer):
    role = serializers.ChoiceField(
        choices=ROLES, help_text="What it is to the claim; `report`: of a saying that is on record already; `repeat`: in one article."
    )
    counted = serializers.ChoiceField(
        choices=CountedAs.choices,
        allow_null=True,
        help_text="The figure that counts this step; null where its occasion stands in the trail already, or it counts in none.",
    )
    days_since = Days(allow_null=True, help_text="Since the entry before it that is of another saying.")
    since = serializers.ChoiceField(choices=WAYS, allow_null=True, help_text="What that entry is to the claim.")
    is_reversal = serializers.BooleanField(
        help_text="Somebody who speaks here said the contrary before, the last time that he spoke of it."
    )
    said_before = serializers.CharField(allow_null=True, help_text="Of the first on record: words that say that it was said before.")
    may_be_later = serializers.ChoiceField(
        choices=["undated", "coarse"], allow_null=True, help_text="Of the first on record: why others may have been said before it."
    )
    compared_with = serializers.CharField(allow_null=True, help_text="The id of the statement before it whose words are compared.")
    changed = Change(many=True, help_text="The words that stayed, went and came since then.")
    remark = serializers.CharField(allow_blank=True, help_text="Why no changed words are given.")
    occurrence = Occurrence()
    reports = serializers.ListField(child=serializers.CharField(), help_text="The ids of other statements that report the same saying.")


class Speaker(serializers.Serializer):
    slug = serializers.CharField(help_text="Permanent: an old one redirects.")
    url = serializers.URLField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=SpeakerKind.choices)
    description = serializers.CharField(allow_blank=True)
    identifiers = Identifier(many=True, help_text="Under which numbers registers know it.")
    affiliations = Affiliation(many=True, help_text="Parties and countries.")
    statements = serializers.IntegerField(help_text="How many are public.")
    statements_url = serializers.URLField()


class Outlet(serializers.Serializer):
    slug = serializers.CharField(help_text="Permanent: an old one redirects.")
    url = serializers.URLField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=OutletKind.choices)
    homepage = serializers.CharField(allow_blank=True)
    text_policy = serializers.ChoiceField(choices=TextPolicy.choices)
    statements = serializers.IntegerField(help_text="How many are public.")
    statements_url = serializers.URLField()


class Document(DocumentOfStatement):
    page = serializers.URLField(help_text="Its page on this site.")
    outlet_slug = serializers.CharField(allow_null=True)
    kind = serializers.ChoiceField(choices=ArticleKind.choices)
    copy_url = serializers.URLField(allow_null=True, help_text="A copy kept elsewhere.")
    author = serializers.CharField(allow_blank=True)
    language = serializers.CharField(allow_blank=True, help_text="BCP 47 tag.")
    published_words = serializers.CharField(allow_blank=True, help_text="The publication date as printed.")
    zone = serializers.CharField(allow_blank=True)
    zone_source = serializers.ChoiceField(choices=ZoneSource.choices)
    captured_at = serializers.DateTimeField(help_text="When it was taken in here.")
    supersedes = serializers.CharField(allow_null=True, help_text="The id of the earlier capture of the same article.")
    wire_copy_of = serializers.CharField(allow_null=True, help_text="The id of the document that it repeats.")
    relation = serializers.ChoiceField(choices=DocumentRelation.choices, allow_null=True)
    relates_to = serializers.CharField(allow_null=True, help_text="The id of the document that it corrects or retracts.")
    relation_note = serializers.CharField(allow_blank=True, help_text="What it puts right there.")
    source_status = SourceNotice(allow_null=True)
    notices = SourceNotice(many=True, help_text="All that its outlet said of it later, the gravest first.")
    redactions = Redaction(many=True, help_text="What the law had taken out of its text; `sha256` is that of the text before.")


class Excerpt(serializers.Serializer):
    statement = serializers.CharField(help_text="The id of the public statement in it.")
    start = serializers.IntegerField(help_text=OFFSET)
    end = serializers.IntegerField(help_text="One past the last character.")
    text = serializers.CharField()


class DocumentWithText(Document):
    text = serializers.CharField(
        allow_null=True,
        help_text="The whole text, where the outlet allows it and nothing in it was withdrawn; otherwise null: see the excerpts.",
    )
    excerpts = Excerpt(many=True)


class Occasion(serializers.Serializer):
    id = serializers.CharField(help_text=ID)
    url = serializers.URLField()
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=OccasionKind.choices)
    place = serializers.CharField(allow_blank=True)
    held_on = Date(allow_null=True)
    statements = serializers.ListField(child=serializers.CharField(), help_text="The ids of its public statements.")


class Correction(serializers.Serializer):
    type = serializers.CharField(help_text="What kind of record was changed.")
    id = serializers.CharField(allow_null=True, help_text="Its id or slug; null where it is public no more.")
    url = serializers.URLField(allow_null=True)
    version = serializers.IntegerField(help_text="The version that the change made.")
    # "class" is a word of Python's own; see get_fields.
    reason = serializers.CharField(allow_blank=True)
    changed = serializers.ListField(child=serializers.CharField(), help_text="The fields that changed.")
    at = serializers.DateTimeField()

    def get_fields(self):
        return super().get_fields() | {"class": serializers.ChoiceField(choices=RevisionClass.choices)}
