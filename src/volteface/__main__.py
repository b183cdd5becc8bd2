"""`python -m volteface` is the command line."""

import sys

from volteface.cli import main

if __name__ == "__main__":
    sys.exit(main())
