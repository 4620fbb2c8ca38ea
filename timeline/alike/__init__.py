"""Search by meaning: a pasted sentence, and the public statements that say the same.

`asking` is its filter, `finding` what was found and in which statements, `wording` how sure that is and why, in everyday words. What
somebody pasted may be his own and is not kept: neither the page nor the answer of the API is.
"""
