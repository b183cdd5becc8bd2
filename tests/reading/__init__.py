"""Inputs become reports; bad ones become problems that name the cure."""
