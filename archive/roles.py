"""The five roles and what each may do. Migrations make them as groups, from tables of their own; a person may hold several.

Content and people are kept apart: who gives roles can't touch the record, and who publishes can't draft unless given that role too. A
reviewer may correct what he reviews and link what he accepts; only an editor takes texts in.
"""

CONTENT = (
    "affiliation", "article", "attribution", "changeproposal", "check", "claim", "copysuggestion", "document", "event", "factcheck",
    "feed", "judgement", "noticesuggestion", "occasion", "occasionsuggestion", "occurrence", "outlet", "passage", "redirect", "revision",
    "sighting", "speaker", "speakeralias", "speakeridentifier", "speakerpair", "speakerrole", "statement", "suggestion",
)  # fmt: skip
ENTERED = (
    "affiliation",
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
    "speakeridentifier",
    "speakerrole",
    "statement",
)

VIEW = frozenset(f"view_{model}" for model in CONTENT)
ENTER = frozenset(f"{act}_{model}" for act in ("add", "change") for model in ENTERED)
# What a reviewer puts right in what is reviewed: the second pair of eyes.
CORRECT = frozenset({
    "add_statement", "change_statement", "add_attribution", "change_attribution", "delete_attribution", "add_speaker", "add_occasion",
    "add_claim",
})  # fmt: skip
# Rows that are a part of another: a name of a speaker, a speaker of a statement.
PARTS = frozenset({
    "delete_affiliation", "delete_attribution", "delete_speakeralias", "delete_speakeridentifier", "delete_speakerrole",
})  # fmt: skip

ROLES: dict[str, frozenset[str]] = {
    "viewer": VIEW,
    "editor": VIEW | ENTER | PARTS | {"judge_suggestion", "add_changeproposal"},
    "reviewer": VIEW | CORRECT | {"accept_statement", "judge_suggestion"},
    "publisher": VIEW | {"publish_statement", "merge_speaker", "merge_claim"},
    "administrator of people": frozenset({"view_user", "add_user", "change_user", "manage_people"}),
}
