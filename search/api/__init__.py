"""The site for programs: a read-only JSON API under ``/api/v1/``; see docs/api.md."""
