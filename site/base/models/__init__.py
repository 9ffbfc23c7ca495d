"""What every app's models stand on; nothing here knows a noun of the domain."""

from .files import CustomDocument, CustomImage, Rendition
from .pages import BasePage, BasePageManager
from .records import Audience, CollectionAudience, LanguageState
from .routable import RoutableBasePage

__all__ = [
    "Audience",
    "BasePage",
    "BasePageManager",
    "CollectionAudience",
    "CustomDocument",
    "CustomImage",
    "LanguageState",
    "Rendition",
    "RoutableBasePage",
]
