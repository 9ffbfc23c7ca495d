"""What the tests of finding write."""

import pytest

from tests import factories


@pytest.fixture
def write(site_tree, commit):
    """Practices by title, each with the words of its story; indexed as after a commit."""

    def write(**stories: str) -> list:
        with commit():
            return [
                factories.practice(title=title.replace("_", " "), challenge=f"<p>{story}</p>")
                for title, story in stories.items()
            ]

    return write
