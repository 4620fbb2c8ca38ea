"""Who a speaker is besides names: what lasts from one date until another, and numbers in registers."""
