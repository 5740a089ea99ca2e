#!/usr/bin/env bash
# Takes every figure of docs/performance.md, one after the other; let nothing else run meanwhile.
# Options are passed on to each: scripts/benchmarks.sh --rounds 1
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/install-needs.sh --benchmarks
dotnet build tests/Benchmarks -c Release -v quiet
run() { dotnet run -c Release --no-build --project tests/Benchmarks -- "$@"; echo; }

run start "$@"
for engine in sqlite postgresql; do
  for name in read write dispatch send import; do run "$name" --engine "$engine" "$@"; done
done
run overlap "$@"
run shortlist "$@"
run community "$@"
run allotment "$@"
