"""Who quoted what on an occasion: passages down, outlets across, and of each how its words stand to the fullest report of the passage.

said       the statements of an occasion, as they are compared
passages   which of them are one passage, by what the record holds and by their words
ways       how one stands to another: word for word, cut, nearly the same words, in other words
table      what of it stands on one page, in rows and columns
head       when and where it was, who spoke, who reported it
"""
