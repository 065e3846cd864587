"""Whether anything about a youth reaches an employer that nobody has ticked."""
