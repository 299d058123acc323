"""`python -m madoguchi.replica.main LINK FOLDER`: one link of the chain as a process."""

import sys
from pathlib import Path

from madoguchi.replica.link import run

if __name__ == "__main__":
    run(sys.argv[1], Path(sys.argv[2]))
