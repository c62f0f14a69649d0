#!/usr/bin/env bash
# Makes the pictures of every screen in every state, docs/screens/*.png, with Chromium.
# Look at each of them afterwards: alignment, wrapping, empty and long content.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
CARECATALOG_PICTURES="$PWD/docs/screens" dotnet test tests/CareCatalog.Browser.Tests --filter "FullyQualifiedName~Pictures|FullyQualifiedName~PrintTests" "$@"
