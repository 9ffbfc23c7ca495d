"""The importer as a page of the admin: upload, check, repair, import, undo."""
