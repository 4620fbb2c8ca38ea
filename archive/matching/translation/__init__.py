"""May one text be a translation of another? Told by what every translation keeps, never by what the words mean.

marks        the names, numbers, days and months of a text
pair         what two texts share of them, how likely one translates the other, and why
among_texts  the likeliest of many texts in memory
"""
