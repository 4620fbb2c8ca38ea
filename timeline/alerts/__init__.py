"""Alerts: what may be watched, what is new for whom, and how it is told by mail and webhook. `archive/alerts/` keeps it."""
