import time
import pytest
from tests import factories as f
from tests.factories import PAGE_FACTORIES
@pytest.mark.parametrize("m", list(PAGE_FACTORIES), ids=lambda m:m.__name__)
def test_a(site_tree, commit, m):
    t=time.time()
    with commit():
        p=f.page_of(m)
    print("made", time.time()-t)
    assert p.live
    if m.__name__ in("MeetingPage","ProductPage"):
        f.english(p.get_parent().get_parent().specific)
        f.english(p.get_parent().specific)
    if m.__name__ in("NetworkPage",):
        f.english(p.get_parent().specific)
    t=time.time()
    with commit():
        e=f.english(p)
    print("en", time.time()-t)
    assert e.live
    assert p.state_of_english.state=="full"
    print(p.get_url(), e.get_url())
