"""What the admin's templates may say of chosen pages."""

from django import template

from ..choosing import is_listed

register = template.Library()
register.filter("is_listed_to", is_listed)
