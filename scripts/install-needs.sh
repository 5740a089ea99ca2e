#!/usr/bin/env bash
# Debian packages that the tests use: PostgreSQL's server programs (the tests start a throw-away cluster themselves).
set -euo pipefail
if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql
fi
