"""What a site that runs tells of itself: `probes` whether it answers and is ready, to whatever watches it."""
