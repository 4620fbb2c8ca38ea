"""The publication log: an entry for every Revision, in a Merkle tree whose roots are signed, so that nobody, whoever runs this archive
among them, changes what was published without being found out.

`writing` appends, in the transaction that publishes. `merkle` is the tree, `proofs` reads it, `keys` and `notes` sign, `checkpoints` keeps
what was signed, `last_note` the last of it beside the key, `filling` enters what was published before there was a log, `histories` links
each Event to the one before it, `kept_histories` holds them all by a hash beside the key, `faults` recomputes all and names what is not as
it was. `walking` goes through it in lots; `verifier` is for readers: it needs nothing of ours.
"""
