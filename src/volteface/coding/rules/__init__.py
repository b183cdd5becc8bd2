"""The rule voice: one module per claim kind, driven by frames that an analyst can read and extend."""
