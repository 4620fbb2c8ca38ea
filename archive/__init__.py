"""The record: every table, every rule and the editors' side. The site that shows it is `timeline`, which nothing here imports.

In the order of the flow:
capture      a text comes in, unchanged and only once          (reading, fetching: bytes and pages to text)
extraction   text to plain values: dates, words, speakers      (edtf: a date with its precision)
drafting     values to draft statements
review       people accept or reject them
linking      where a claim is said again, and what people answer  (matching: how alike two texts are)
publication  what the public sees, and every change of it
identity     what is one and the same: names, occasions, merges and splits

Under them `models`, `enums`, `errors`, `roles` and `acts`, what every act has in common; over them `tasks`, `admin`, `management`, `demo`.
"""
