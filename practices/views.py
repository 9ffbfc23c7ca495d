"""Views of practices."""


def pack(request, key):
    raise NotImplementedError


def ask(request, key):
    raise NotImplementedError
