"""The directory of municipalities and agencies that the teams work with."""

from web.partners import views
from web.partners.blueprint import bp

__all__ = ["bp", "views"]
