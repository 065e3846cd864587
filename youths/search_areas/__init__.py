"""Where a youth looks for work, as it has been from her registration until today."""
