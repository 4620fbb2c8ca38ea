"""How the site is served: `server` for gunicorn, `static_files` for WhiteNoise."""
