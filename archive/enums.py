"""Closed vocabularies. One word per idea, the same in model, URL, template, JSON key and test."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StatementStatus(TextChoices):
    DRAFT = "draft", _("draft")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")
    PUBLIC = "public", _("public")
    WITHDRAWN = "withdrawn", _("withdrawn")


class OccurrenceStatus(TextChoices):
    JUDGED = "judged", _("answered, not yet public")
    PUBLIC = "public", _("public")
    WITHDRAWN = "withdrawn", _("withdrawn")


class StatementKind(TextChoices):
    DIRECT = "direct", _("direct speech")
    INDIRECT = "indirect", _("indirect speech")
    MIXED = "mixed", _("mixed speech")


class Force(TextChoices):
    """How a speaker holds the words of a Statement."""

    ASSERTED = "asserted", _("said")
    DENIED = "denied", _("denied")
    ASKED = "asked", _("asked")
    SUPPOSED = "supposed", _("supposed")

    @property
    def mark(self) -> str:
        """What stands beside the words wherever they are shown; nothing where the speaker simply says them."""
        return "" if self == Force.ASSERTED else str(self.label).capitalize()


class SpeakerKind(TextChoices):
    PERSON = "person", _("person")
    BODY = "body", _("body")


class OutletKind(TextChoices):
    AGENCY = "agency", _("news agency")
    PAPER = "paper", _("newspaper or magazine")
    BROADCASTER = "broadcaster", _("broadcaster")
    MINISTRY = "ministry", _("ministry or press service")
    BODY = "body", _("parliament, court or other public body")
    OTHER = "other", _("other")


class TextPolicy(TextChoices):
    """How much of an Outlet's texts the public may see."""

    EXCERPTS = "excerpts", _("excerpts around statements")
    FULL = "full", _("full text")


class ArticleKind(TextChoices):
    ARTICLE = "article", _("article")
    RELEASE = "release", _("press release")
    TRANSCRIPT = "transcript", _("transcript")
    INTERVIEW = "interview", _("interview")
    POST = "post", _("post")


class DocumentForm(TextChoices):
    """In which form a Document's bytes came."""

    TEXT = "text", _("plain text")
    SUBTITLES = "subtitles", _("subtitles")
    HTML = "html", _("web page")
    FEED = "feed", _("entry of a feed")
    PDF = "pdf", _("PDF")
    WORD = "word", _("Word document")
    RTF = "rtf", _("rich text")
    MAIL = "mail", _("mail")


class EncodingSource(TextChoices):
    """Who says how a Document's bytes are written as letters."""

    BOM = "bom", _("byte order mark")
    HEADER = "header", _("header of the answer, or who brought it")
    META = "meta", _("the page itself")
    CONTENT = "content", _("the bytes themselves")
    GUESSED = "guessed", _("guess")
    FORMAT = "format", _("the file's format")


class DocumentRelation(TextChoices):
    """What a Document is to an earlier one of its outlet."""

    CORRECTION = "correction", _("corrects")
    RETRACTION = "retraction", _("retracts")


class SourceStatus(TextChoices):
    """What became of a report at its own outlet."""

    CORRECTED = "corrected", _("corrected")
    RETRACTED = "retracted", _("retracted")


class CopyAnswer(TextChoices):
    """What a person may answer when texts of two outlets are nearly the same."""

    COPY = "copy", _("the same text")
    OWN = "own", _("a text of its own")


class NoticeAnswer(TextChoices):
    """What a person may answer when a document seems to correct or retract another."""

    YES = "yes", _("it does")
    NO = "no", _("it does not")


class ProposalAnswer(TextChoices):
    """What a publisher may answer when somebody proposes to change what is public."""

    TAKEN = "taken", _("taken")
    DECLINED = "declined", _("declined")


class SightingOutcome(TextChoices):
    """What a later look at an Article found of a Statement's words."""

    THERE = "there", _("still there")
    CHANGED = "changed", _("changed")
    GONE = "gone", _("gone from the text")
    PAGE_GONE = "page-gone", _("gone with the page")


class CheckOutcome(TextChoices):
    """What fetching a known Article again found."""

    SAME = "same", _("still there, as it was")
    CHANGED = "changed", _("changed")
    GONE = "gone", _("gone")
    UNKNOWN = "unknown", _("could not be told")


class ZoneSource(TextChoices):
    STATED = "stated", _("stated in the text")
    INFERRED = "inferred", _("inferred from the outlet")
    UNKNOWN = "unknown", _("not known")


class OccasionKind(TextChoices):
    PRESS_CONFERENCE = "press-conference", _("press conference")
    SPEECH = "speech", _("speech")
    INTERVIEW = "interview", _("interview")
    MEETING = "meeting", _("meeting or talks")
    SESSION = "session", _("session")
    PUBLICATION = "publication", _("published text")
    OTHER = "other", _("other")


class Stance(TextChoices):
    ASSERTS = "asserts", _("says it")
    DENIES = "denies", _("denies it")
    RELAYS = "relays", _("reports another’s words")


class Likeness(TextChoices):
    """How close an Occurrence stands to its Claim."""

    VERBATIM = "verbatim", _("the same words")
    PARAPHRASE = "paraphrase", _("other words")
    VARIANT = "variant", _("another figure, date, place or name")
    NARROWER = "narrower", _("says less, or of fewer")
    WIDER = "wider", _("says more, or of more")

    @classmethod
    def sayings(cls) -> tuple["Likeness", ...]:
        """The likenesses that count as the claim said again."""
        return (cls.VERBATIM, cls.PARAPHRASE)


class CountedAs(TextChoices):
    """The figure of its claim in which an Occurrence counts; each is a column of ClaimTally."""

    SAYINGS = "sayings", _("says it")
    VARIANTS = "variants", _("says it with another figure, date, place or name")
    NARROWER = "narrower", _("says less")
    WIDER = "wider", _("says more")
    DENIALS = "denials", _("denies it")
    RELAYS = "relays", _("reports another’s words")
    RETRACTED = "retracted", _("says it in a report that was retracted")

    @classmethod
    def occasions(cls) -> tuple["CountedAs", ...]:
        """Those that count occasions on which reports that stand have it."""
        return tuple(one for one in cls if one != cls.RETRACTED)


class Answer(TextChoices):
    """What a person may answer on a pair. The first side is the later or asked one: it says this of the second."""

    SAME = "same", _("same claim")
    VARIANT = "variant", _("other figure, date, place or name")
    NARROWER = "narrower", _("says less")
    WIDER = "wider", _("says more")
    DENIES = "denies", _("denies it")
    RELAYS = "relays", _("reports another’s words")
    TOPIC = "topic", _("same topic only")
    DIFFERENT = "different", _("different")
    UNDECIDED = "undecided", _("undecided")

    @classmethod
    def joining(cls) -> tuple["Answer", ...]:
        """The answers that become an Occurrence."""
        return (cls.SAME, cls.VARIANT, cls.NARROWER, cls.WIDER, cls.DENIES, cls.RELAYS)


class OccasionAnswer(TextChoices):
    """What a person may answer when two documents have nearly the same words of one speaker within days."""

    ONE = "one", _("one occasion, reported twice")
    TWO = "two", _("said on two occasions")


class Band(TextChoices):
    LIKELY = "likely", _("likely")
    POSSIBLE = "possible", _("possible")
    LISTED = "listed", _("among the five best")


class RevisionClass(TextChoices):
    """Why a Revision was made. Those of `corrections()` stand in the public log."""

    PUBLICATION = "publication", _("first publication")
    ADDITION = "addition", _("link added")
    TYPO = "typo", _("typing error")
    CLARIFICATION = "clarification", _("clarification")
    CORRECTION = "correction", _("correction")
    RETRACTION = "retraction", _("retraction")
    LEGAL_REMOVAL = "legal-removal", _("legal removal")
    REINSTATEMENT = "reinstatement", _("published again")

    @classmethod
    def corrections(cls) -> tuple["RevisionClass", ...]:
        return tuple(one for one in cls if one not in (cls.PUBLICATION, cls.ADDITION))

    @classmethod
    def changing(cls) -> tuple["RevisionClass", ...]:
        """What an editor may choose for a change that leaves the record standing."""
        return (cls.TYPO, cls.CLARIFICATION, cls.CORRECTION)

    @classmethod
    def withdrawing(cls) -> tuple["RevisionClass", ...]:
        return (cls.RETRACTION, cls.LEGAL_REMOVAL)


class Verb(TextChoices):
    """What an Event says was done."""

    CAPTURED = "captured", _("captured")
    ENTERED = "entered", _("entered")
    DRAFTED = "drafted", _("drafted")
    EDITED = "edited", _("edited")
    ACCEPTED = "accepted", _("accepted")
    REJECTED = "rejected", _("rejected")
    RETURNED = "returned", _("returned to draft")
    REOPENED = "reopened", _("reopened")
    JUDGED = "judged", _("answered")
    UNDONE = "undone", _("taken back")
    PUBLISHED = "published", _("published")
    CORRECTED = "corrected", _("corrected")
    WITHDRAWN = "withdrawn", _("withdrawn")
    MERGED = "merged", _("merged")
    SPLIT = "split", _("split")
    REMOVED = "removed", _("removed")
    REDACTED = "redacted", _("taken out by law")


class TallyScope(TextChoices):
    """What a rollup row counts public statements by."""

    ARCHIVE = "archive", _("archive")
    YEAR = "year", _("year")
    MONTH = "month", _("month")
    SPAN = "span", _("span of years")
    KIND = "kind", _("kind")
    SPEAKER = "speaker", _("speaker")
    OUTLET = "outlet", _("outlet")
    CLAIM = "claim", _("claim")
    FORCE = "force", _("force")
    SPEAKER_OUTLET = "speaker-outlet", _("speaker in an outlet")
    SPEAKER_CLAIM = "speaker-claim", _("speaker of a claim")
    OUTLET_CLAIM = "outlet-claim", _("claim in an outlet")
