"""What a sentence reports, and of whom.

reader chooses the grammar of a sentence by its letters, clauses walks over it from cue to cue, grammar says what it asks of a family of
languages; english/ and slavic/ answer, each with its cues, the sources beside them and the content before, behind and around them. What
stands beside these two folders knows no language: reports are the values, stretches and loose_quotes read tokens.
"""
