"""What an English verb of speech reports: before it, behind it, around it; where the words begin and where they end."""
