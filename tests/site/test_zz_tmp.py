import time
def test_a(site_tree):
    print(site_tree)
def test_b(site_tree):
    t=time.time()
    from home.structure import create_structure
    create_structure()
    print("again", time.time()-t)
