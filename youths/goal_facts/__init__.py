"""What only goals ask about a youth: kept apart from her profile, read only as counts."""
