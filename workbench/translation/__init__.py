"""Translation as daily work: the side-by-side desk, its memory and terms, and the board."""
