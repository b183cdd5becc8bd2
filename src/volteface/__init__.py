"""volteface: who took which position, who changed it, when, what moved them, and who says so."""

__version__ = "0.1.0"
