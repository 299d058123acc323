"""`python -m madoguchi` is the `madoguchi` command."""

from madoguchi.cli.main import main

main()
