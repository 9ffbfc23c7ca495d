"""Views."""


def search(request):
    raise NotImplementedError
