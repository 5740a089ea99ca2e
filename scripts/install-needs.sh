#!/usr/bin/env bash
# Debian packages that the tests use: PostgreSQL's server programs (the tests start a throw-away cluster themselves), and a parser of iCalendar
# that is not ours.
# With --benchmarks also what the allotment is timed against: LEMON's network simplex and a compiler for it.
set -euo pipefail
needed=()
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || needed+=(postgresql)
/usr/bin/python3 -c 'import icalendar' 2>/dev/null || needed+=(python3-icalendar)
if [ "${1:-}" = --benchmarks ]; then
  command -v g++ >/dev/null || needed+=(g++ libc6-dev)
  [ -e /usr/include/lemon/network_simplex.h ] || needed+=(liblemon-dev)
fi
if [ "${#needed[@]}" -gt 0 ]; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${needed[@]}"
fi
