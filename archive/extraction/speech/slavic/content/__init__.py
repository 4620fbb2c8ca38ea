"""What a Slavic verb of speech reports: before it, behind it, around it; where the words end, and lines of dialogue."""
