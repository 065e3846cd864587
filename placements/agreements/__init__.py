"""The placement agreement between employer, youth and municipality, from draft to signed."""
