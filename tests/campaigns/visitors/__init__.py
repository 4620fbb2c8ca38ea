"""Who asks the site in a campaign: readers, slow clients among them, and editors at the desk."""
