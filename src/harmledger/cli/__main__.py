"""`python -m harmledger.cli` is `harmledger`."""

from harmledger.cli.main import main

if __name__ == "__main__":
    main()
