"""The state of the content: what is examined, what was found, and the reports of it."""
