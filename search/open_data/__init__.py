"""The practices as open data: one file in two formats, made every night; see docs/api.md."""
