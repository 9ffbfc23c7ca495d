"""News and multimedia."""

from ..bringing_over.models import BroughtArticle as BroughtArticle
from ..bringing_over.models import BroughtImage as BroughtImage
from .article import NewsCategory as NewsCategory
from .article import NewsIndexPage as NewsIndexPage
from .article import NewsPage as NewsPage
from .article import NewsTag as NewsTag
from .article import NewsType as NewsType
from .article import RelatedNews as RelatedNews
from .multimedia import MediaKind as MediaKind
from .multimedia import MultimediaImage as MultimediaImage
from .multimedia import MultimediaIndexPage as MultimediaIndexPage
from .multimedia import MultimediaPage as MultimediaPage
