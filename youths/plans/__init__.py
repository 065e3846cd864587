"""A youth's plan: her goal, what is done towards it, her own words, and the meetings about it."""
