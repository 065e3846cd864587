"""How good the rankings are: graded ads for invented youths, and other ways to search."""
