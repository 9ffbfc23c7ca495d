"""Addresses of an older site led to pages of this one, and a report of those that match nothing."""
