"""Which of the proposed pairs are put to people, so that the list of questions stays short.

words            what stands in for the words of a passage: other captures, translations, the same words elsewhere
questions        pairs of the same two claims, or of the same words, ask the same: one of them is put, the best
refusals         what is like pairs that editors found different
threshold        from which score on a pair is worth a question, by the archive's own answers
short_list       all of it together: the state of each pair, at most five a passage
occasion_groups  reports of one occasion that hang together are one question
"""
