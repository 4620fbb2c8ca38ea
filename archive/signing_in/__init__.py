"""How people get in: a password (`backend`, of which few are worked out at once: `hashing`), a code of their telephone (`second_step`), and
where they are signed in (`sessions`). `granting` keeps an administrator of people from becoming a publisher in silence."""
