"""Claims: their words, what is one and what is two, and what others found of them."""
