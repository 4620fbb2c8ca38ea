"""Names of networks on which people write: the same in every language, and places in none."""

from __future__ import annotations

from archive.extraction.languages import words

NETWORKS = words("Facebook Telegram Twitter Instagram YouTube Youtube TikTok VKontakte LinkedIn Substack Mastodon")
