"""What a youth can and likes, mapped together with her; and what helps her, kept to a few."""
