"""Who and what a document names.

runs            capitals side by side, and where a name begins in them
roles           the role before a name; appositions: with a comma between
asides          nicknames and birth names within a name; place_names: first names that are places too
candidates      whether what may be a name is one, and how sure
mentions        the people named in a sentence
cast            the people of the whole document, and who of them is meant
bodies, firms   the full names behind "the IMF", "the ministry", "the company"
"""
