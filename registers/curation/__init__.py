"""Keeping tags in order: merging, splitting and changing them, all of it undoable.

``operations`` does things and writes them down, ``undoing`` takes them back, ``bearers`` keeps
pages, their drafts and references in step, ``retired`` answers for what a tag was once called.
"""
