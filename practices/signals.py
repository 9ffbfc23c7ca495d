"""What happens to many practices at once, for whoever keeps something made from them.

Wagtail's ``page_published`` is not sent for imported practices: it would be sent twenty thousand
times, each with its own queries.
"""

from django.dispatch import Signal

# Practices were made or changed: ``keys`` are the originals' translation keys. Sent within the
# transaction that writes them, so that what a receiver writes stands or falls with them.
practices_imported = Signal()
