"""Stage 5: find where a claim is said again, propose it with reasons, and keep what people answer.

`passages` with `vectors`, which `meanings` makes behind acceptance, is the index, and `candidates` asks it (`lookup`: the database, or its
parts in files); `comparing` tells what a statement has in common with others (`in_parallel` for a whole archive) and `suggestions` keeps
it, with the `occasion_reports` and the `translations`; `judgements` are what people answer, which makes `claims` and `occurrences`;
`closed_suggestions` need no answer any more, and `waiting` tells which of the others are put to people. `forces` likens what somebody
denies, asks or supposes to nothing that is said. `measuring` holds the engine against the answers.
"""

from archive.linking.judgements import join, judge, judge_all, judge_suggestion, undo
from archive.linking.suggestions import suggest

__all__ = ["join", "judge", "judge_all", "judge_suggestion", "suggest", "undo"]
