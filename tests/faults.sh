#!/usr/bin/env bash
# What must hold when things go wrong, and how much the product bears: a table at the end.
#   bash tests/faults.sh                 all of it, some twenty minutes
#   bash tests/faults.sh --short         a tenth of each
#   bash tests/faults.sh DiskFull Load   some of it, by name (tests/CareCatalog.Faults/Scenarios)
# Needs PostgreSQL and nginx from the system's packages; DiskFull needs root. All servers are on the loopback, on free ports.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
ulimit -n "$(ulimit -Hn)" || true
dotnet build -c Release -v quiet -nologo tests/CareCatalog.Faults >&2
exec dotnet tests/CareCatalog.Faults/bin/Release/net10.0/CareCatalog.Faults.dll "$@"
