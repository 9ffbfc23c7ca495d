"""What the admin's templates may say of chosen pages."""

from django import template

from ..choosing import is_named

register = template.Library()
register.filter("is_named", is_named)
