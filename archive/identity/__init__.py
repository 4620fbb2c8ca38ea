"""What is one and the same: printed names and the speakers they lead to, reports of one occasion, copied texts, merges and splits.

`names`, `one_occasion` and `copying` hold what people answer there; `merged_speakers`, `merged_claims` and `split_claims` the acts,
`moves` and `speaker_moves` what they move, `undone_merges` what a split takes back, `redirects` where old addresses lead,
`alike_speakers` which speakers may be one, `unseen` what changes before the public sees it.
"""

from archive.identity.merged_claims import merge_claims
from archive.identity.merged_speakers import merge_speakers, separate_speakers
from archive.identity.split_claims import Part, split_claim

__all__ = ["Part", "merge_claims", "merge_speakers", "separate_speakers", "split_claim"]
