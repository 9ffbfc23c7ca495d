"""Draws the demo content's covers: townhouses, rivers, trams and trees in the networks' colours."""
