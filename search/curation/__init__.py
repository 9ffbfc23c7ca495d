"""What the word analysis tells those who keep tags: which to tidy up, which suit a practice."""
