"""Who works on what: nothing of it is the record's, and nothing of it is public.

`holds` says who reviews a document now, `assignments` whom it was given to, `remarks` are notes for colleagues, and
`kept_input` is what somebody typed and did not save. `two_people` is the rule that who drafted does not publish.
"""
