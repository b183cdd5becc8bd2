"""A parsed report -> attributions and claims."""
