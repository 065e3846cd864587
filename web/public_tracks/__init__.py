"""Job tracks as anybody may read them: no persons, short words."""
