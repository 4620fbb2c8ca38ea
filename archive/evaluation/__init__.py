"""How good the machine is, in figures: what it found beside what people wrote down. Values in, values out; nothing here reads a file.

shares       a share or an F1 with its counts and its 95 % interval
gold         documents that people annotated, read from JSON with a sentence for every mistake in it
quotations, indirect, dates, names, sentences     one subject each: found beside gold
documents    all of these over documents; `seeds` and `traps` for the two other shapes of gold
reliability  whether a confidence of .8 is right eight times in ten
ranking      places of what is right in ranked lists; `thresholds` for what another threshold would give
"""
