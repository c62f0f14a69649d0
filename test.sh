#!/usr/bin/env bash
# All tests: installs what they need and this machine lacks (Debian, Ubuntu), runs them, and ends with one line:
#   N passed, N failed, N skipped
# Exit status: 0 when all passed; with CI=true nothing may be skipped either.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
exec </dev/null

# Nothing that is started here outlives it.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

install_packages() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  [ -d /usr/share/fonts/opentype/noto ] || missing+=(fonts-noto-cjk)
  compgen -G '/usr/lib/postgresql/*/bin/postgres' >/dev/null || missing+=(postgresql)
  [ -x /usr/sbin/nginx ] || missing+=(nginx)
  command -v node >/dev/null || missing+=(nodejs)
  command -v npm >/dev/null || missing+=(npm)
  command -v pdftotext >/dev/null || missing+=(poppler-utils)
  command -v curl >/dev/null || missing+=(curl)
  [ ${#missing[@]} -eq 0 ] && return
  if ! command -v apt-get >/dev/null; then
    echo "Not installed here: ${missing[*]}; what needs them is skipped."
    return
  fi
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  echo "Installing ${missing[*]}"
  { "${root[@]}" apt-get update -qq &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}"; } \
    >"$results/apt.log" 2>&1 || { tail -n 20 "$results/apt.log"; echo "Not all could be installed."; }
}

# Clients that others wrote, as their lock file names them.
install_clients() {
  command -v npm >/dev/null || return
  [ tests/clients/node_modules/.package-lock.json -nt tests/clients/package-lock.json ] && return
  (cd tests/clients && npm ci --no-audit --no-fund --loglevel=error)
}

# Sums an attribute of the counters in every report: count passed.
count() {
  cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'
}

install_packages
install_clients
dotnet test CareCatalog.sln -m:1 --logger trx --results-directory "$results"
status=$?

passed=$(count passed)
skipped=$(($(count total) - $(count executed)))
failed=$(($(count executed) - passed))
# A project that did not build or whose run broke off counts as one failure.
[ $status -ne 0 ] && [ $failed -eq 0 ] && failed=1
echo "$passed passed, $failed failed, $skipped skipped"
[ $failed -eq 0 ] && { [ "${CI:-}" != true ] || [ "$skipped" -eq 0 ]; }
