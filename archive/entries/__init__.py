"""What stands beside a public statement wherever it is shown: what was on record of its claims before, who speaks, as printed, and where
it comes from. As plain values, without a word that depends on the reader's language.

`values` works it out afresh; the modules before it each know one question: `histories` with `firsts` and `turns` what stood before on a
claim, `ways` and `marks` what a statement is to it, `reservations` what its words tell, `printed` how its speakers are
named there, `whens` days of saying and their order.
"""
