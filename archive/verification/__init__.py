"""Whether all is as it was: words, revisions, counts, lists, search, histories and log, each worked out again and held against what is
kept.

Each module asks one question, by checks that yield Faults; here stands which there are. A check writes nothing, reads lot by lot, and
works things out as publication and `reindex` do, so that there is no second way to count. A fault names what it is of by its public id.
"""

import logging
from collections.abc import Callable, Iterator

from archive.errors.faults import fault_of
from archive.log.faults import BesideTheKey, Fault
from archive.log.faults import faults as of_the_log
from archive.verification import access, columns, counts, histories, redactions, revisions, search, shown, states, triggers, words
from archive.verification.lots import in_part, one_moment

logger = logging.getLogger(__name__)
CHECKS: tuple[Callable[[], Iterator[Fault]], ...] = (
    words.texts_and_words,
    words.judged_words,
    redactions.told_in_the_log,
    redactions.versions_as_left,
    columns.columns_that_follow,
    revisions.rows_and_revisions,
    revisions.versions,
    revisions.versions_without_act,
    revisions.changes_as_told,
    revisions.statements_as_published,
    histories.events_and_their_links,
    histories.events_without_link,
    states.statements,
    states.answers,
    states.questions,
    states.checkpoints,
    states.links,
    states.merged,
    counts.retracted_reports,
    counts.places_in_lists,
    counts.numbers_of_statements,
    counts.figures_of_claims,
    shown.entries_of_statements,
    shown.entries_of_documents,
    shown.words_of_names,
    shown.spellings,
    search.entries_of_the_search,
    search.index_of_the_search,
    of_the_log,
    triggers.of_triggers,
    access.rule_of_two_people,
    access.roles,
    access.what_roles_may,
    columns.rows_that_are_named,
)


def faults(*, is_copy: bool = False) -> Iterator[Fault]:
    """All of them, as they are found, of one moment. What is kept beside the key is not of a copy: that may be older."""
    kept = BesideTheKey.read()
    beside = () if is_copy else (kept.of_last_note, kept.of_kept_histories)
    with one_moment():
        for check in (*CHECKS, *beside):
            try:
                with in_part():
                    yield from check()
            except Exception as error:  # of any kind, for what was tampered with may break whatever reads it; the others go on
                if fault_of(error):
                    raise
                logger.exception("A check of the record can't be carried out.")
                yield Fault(f"check of {check.__name__.replace('_', ' ')}", f"it can't be carried out ({type(error).__name__}: {error})")
