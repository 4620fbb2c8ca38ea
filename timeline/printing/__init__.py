"""Lists printed from values, without a template for each row: the fast path of the pages.

| what a list of fifty asked for | µs each | here | µs |
|---|---|---|---|
| a template, an include or a tag for each entry | 260 | a part with its texts filled in (`markup`, `spine`, `trail`, `strip`) | 16 |
| model instances of an entry | 250 | the entry as it is kept (`lists/named.py`) | 15 |
| `reverse` for each link | 25 | what stands around the slug, kept (`addresses`) | 1 |
| Django's `gettext` for each word | 11 | each text looked up once (`language`) | 0.2 |
| `format_html` for each piece | 8 | `%` with every text escaped (`markup.part`) | 1 |
| a select or an input of a form, printed by Django | 300 | its choices kept (`templatetags/shell.py`) | 2 |
| an entry that was printed before, of the same values and names | 30 | as it was printed (`spine.printed`) | 1 |
| facets, histogram, shell and legend on each page | 5,000 | once for each revision (`lists/kept.py`, `{% kept %}`) | 10 |

Whatever is filled in is escaped unless a part printed it. What a designer edits stands in templates: the shell, the rail, headings.
The parts of an entry stand at the top of `spine`, each under a name.
"""
