"""At the workplace: the placement, its follow-ups, what both sides thought, and what came of it."""
