"""The tables. One file a subject; every rule that SQL can hold is a named constraint there."""

from archive.models.account import Assignment, DocumentHold, KeptInput, Policy, Remark, User
from archive.models.alerts.entry import AlertDelivery, AlertEntry, AlertMark
from archive.models.alerts.receiver import AlertAsking, AlertReceiver, AlertWatch
from archive.models.attribution import Attribution
from archive.models.claim import Claim, FactCheck, Occurrence
from archive.models.copy import BroughtText, CopySuggestion, NoticeSuggestion, Sketch
from archive.models.document import Article, Document
from archive.models.finding.names import NameWord, Spelling
from archive.models.history import ChangeProposal, Event, EventLink, Redirect, Revision
from archive.models.link import Judgement, Suggestion, Threshold
from archive.models.lists.sheets import Sheet, SheetRow
from archive.models.log.publication_log import Checkpoint, LogEntry
from archive.models.log.redaction import Redaction
from archive.models.occasion import Occasion
from archive.models.occasion_suggestion import OccasionSuggestion
from archive.models.outlet import Feed, Outlet
from archive.models.passage import Passage, PassageVector, Posting, Term, VectorBlock
from archive.models.people.authority import Affiliation, SpeakerIdentifier
from archive.models.people.pair import SpeakerPair
from archive.models.readers.error_report import ErrorReport
from archive.models.readers.kept_figures import KeptFigures
from archive.models.search import DocumentEntry, Entry, SearchEntry, SideTaken
from archive.models.sighting import Check, Sighting
from archive.models.signing_in.session import AccessChange, Session
from archive.models.source_note import RetractedReport
from archive.models.speaker import Speaker, SpeakerAlias, SpeakerRole
from archive.models.statement import Statement
from archive.models.tally import ArchiveState, ClaimTally, CountedLink, CountedThing, Listing, SharedTally, SpokenClaim, Tally, TrailEntry

__all__ = [
    "AccessChange",
    "Affiliation",
    "AlertAsking",
    "AlertDelivery",
    "AlertEntry",
    "AlertMark",
    "AlertReceiver",
    "AlertWatch",
    "ArchiveState",
    "Article",
    "Assignment",
    "Attribution",
    "BroughtText",
    "ChangeProposal",
    "Check",
    "Checkpoint",
    "Claim",
    "ClaimTally",
    "CopySuggestion",
    "CountedLink",
    "CountedThing",
    "Document",
    "DocumentEntry",
    "DocumentHold",
    "Entry",
    "ErrorReport",
    "Event",
    "EventLink",
    "FactCheck",
    "Feed",
    "Judgement",
    "KeptFigures",
    "KeptInput",
    "Listing",
    "LogEntry",
    "NameWord",
    "NoticeSuggestion",
    "Occasion",
    "OccasionSuggestion",
    "Occurrence",
    "Outlet",
    "Passage",
    "PassageVector",
    "Policy",
    "Posting",
    "Redaction",
    "Redirect",
    "Remark",
    "RetractedReport",
    "Revision",
    "SearchEntry",
    "Session",
    "SharedTally",
    "Sheet",
    "SheetRow",
    "SideTaken",
    "Sighting",
    "Sketch",
    "Speaker",
    "SpeakerAlias",
    "SpeakerIdentifier",
    "SpeakerPair",
    "SpeakerRole",
    "Spelling",
    "SpokenClaim",
    "Statement",
    "Suggestion",
    "Tally",
    "Term",
    "Threshold",
    "TrailEntry",
    "User",
    "VectorBlock",
]
