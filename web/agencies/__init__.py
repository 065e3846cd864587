"""What the agencies do together about a youth; importing it gives the blueprint its views."""

from web.agencies import answering, asking, handing_over, keeping, owners, referring, showing
from web.agencies.blueprint import bp

__all__ = ["answering", "asking", "bp", "handing_over", "keeping", "owners", "referring", "showing"]
