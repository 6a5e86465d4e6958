"""`python -m kdcl_site.cli` is the command `kdcl`."""

from kdcl_site.cli.main import main

main(prog_name="kdcl")
