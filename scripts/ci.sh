#!/usr/bin/env bash
# Format, build and test as a reviewer would. An absent engine, or calendar program, is a failure here and no skip.
# The last line is "N passed, N failed" or "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")/.."
export MENTORSHIP_TEST_REQUIRE_POSTGRESQL=1 MENTORSHIP_TEST_REQUIRE_ICALENDAR=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
log=$(mktemp)
status=0

dotnet restore || exit 1
dotnet format --no-restore --verify-no-changes --severity warn || status=1
dotnet build --no-restore || exit 1
dotnet test --no-build 2>&1 | tee "$log" || status=1

sum() { grep -oE "$1: +[0-9]+" "$log" | grep -oE '[0-9]+' | awk "{n += \$1} END {print n+0}"; }
passed=$(sum Passed); failed=$(sum Failed); skipped=$(sum Skipped)
[ "${passed:-0}" -gt 0 ] || status=1
[ "${failed:-0}" -eq 0 ] || status=1
if [ "$status" -ne 0 ]; then
  echo "something above failed:" >&2
  awk '/^  Failed /{on=1} /^  (Passed|Skipped) |^(Passed|Failed)! |^\[xUnit/{on=0} on' "$log" >&2
fi
[ "$status" -eq 0 ] || [ "${failed:-0}" -gt 0 ] || failed=1
echo "${passed:-0} passed, ${failed:-0} failed, ${skipped:-0} skipped"
exit "$status"
