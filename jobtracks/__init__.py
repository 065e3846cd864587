"""Job tracks in shortage occupations; the room that the house keeps for them."""
