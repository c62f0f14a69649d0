#!/usr/bin/env bash
# Three nodes behind nginx, on a PostgreSQL primary with a synchronous standby, all on free ports of the loopback and in
# temporary folders. Prints the addresses; Ctrl+C ends them all.
exec bash "$(dirname "${BASH_SOURCE[0]}")/faults.sh" nodes
