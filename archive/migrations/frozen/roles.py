"""The roles as migrations 0003 to 0027 give them. A later change of archive/roles.py is a migration with a table of its own."""

CONTENT = (
    "article", "attribution", "check", "claim", "copysuggestion", "document", "event", "feed", "judgement", "noticesuggestion", "occasion",
    "occasionsuggestion", "occurrence", "outlet", "passage", "redirect", "revision", "sighting", "speaker", "speakeralias",
    "speakerrole", "statement", "suggestion",
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
    "editor": VIEW | ENTER | {"delete_speakeralias", "delete_speakerrole", "delete_attribution", "judge_suggestion"},
    "reviewer": VIEW | {"accept_statement"},
    "publisher": VIEW | {"publish_statement", "merge_speaker", "merge_claim"},
    "administrator of people": frozenset({"view_user", "add_user", "change_user", "manage_people"}),
}
