"""Practices in files: import, export and the template workbook.

One scheme of columns (:mod:`.columns`) serves reading, writing, the template and
``docs/import.md``, so that the import of an export changes nothing.
"""
