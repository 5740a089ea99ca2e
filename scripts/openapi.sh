#!/usr/bin/env bash
# Writes docs/openapi.json anew from the running service. Look at the difference before you commit it: it is the contract.
set -euo pipefail
cd "$(dirname "$0")/.."
MENTORSHIP_WRITE_OPENAPI=1 dotnet test tests/Api.Tests --filter "FullyQualifiedName~OpenApiTests.The_committed_document" "$@"
git --no-pager diff --stat docs/openapi.json
