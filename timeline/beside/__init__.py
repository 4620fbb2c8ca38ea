"""Two statements beside each other: which are meant (`asking`), and what they have in common and not (`pair`, `words`)."""
