#!/bin/sh
# What is found of tests/bench/forms, and what alarms there, is not less and
# not more than the files ask for.
exec python3 "$(dirname "$0")/../bench/forms.py"
