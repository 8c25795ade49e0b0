"""How long frames take through each gateway: readers of each protocol, and what they see."""
