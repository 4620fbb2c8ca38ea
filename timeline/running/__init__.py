"""What a site that runs tells of itself: `probes` whether it answers and is ready, to whatever watches it; `requests` gives each request
its number, `lines` writes the log without telling of persons, `sign_ins` that somebody signed in; `metrics` is for Prometheus. With
which settings it does not start at all is in `expected`.
"""
