"""How the site is served: `server` for gunicorn, `pool` for PostgreSQL, `static_files` for WhiteNoise."""
