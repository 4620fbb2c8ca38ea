"""Working together: who has which document, remarks, and what was typed and not saved."""
