"""The five roles and what each may do. Migrations make them as groups, from tables of their own; a person may hold several.

Content and people are kept apart: who gives roles can't touch the record, and who publishes can't draft unless given that role too.
"""

CONTENT = (
    "article", "attribution", "changeproposal", "check", "claim", "copysuggestion", "document", "event", "feed", "judgement",
    "noticesuggestion", "occasion", "occasionsuggestion", "occurrence", "outlet", "passage", "redirect", "revision", "sighting", "speaker",
    "speakeralias", "speakerrole", "statement", "suggestion",
)  # fmt: skip
ENTERED = (
    "article",
    "attribution",
    "claim",
    "document",
    "feed",
    "occasion",
    "occurrence",
    "outlet",
    "speaker",
    "speakeralias",
    "speakerrole",
    "statement",
)

VIEW = frozenset(f"view_{model}" for model in CONTENT)
ENTER = frozenset(f"{act}_{model}" for act in ("add", "change") for model in ENTERED)

ROLES: dict[str, frozenset[str]] = {
    "viewer": VIEW,
    "editor": VIEW | ENTER | {"delete_speakeralias", "delete_speakerrole", "delete_attribution", "judge_suggestion", "add_changeproposal"},
    "reviewer": VIEW | {"accept_statement"},
    "publisher": VIEW | {"publish_statement", "merge_speaker", "merge_claim"},
    "administrator of people": frozenset({"view_user", "add_user", "change_user", "manage_people"}),
}
