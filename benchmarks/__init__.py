"""What the coder is worth and what it costs; `floors.toml` says how far each figure may fall."""
