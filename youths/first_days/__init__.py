"""The first ninety days: how many have gone, which do not count, and when somebody got in touch."""
