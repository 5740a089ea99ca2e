#!/usr/bin/env bash
# Adds migration NAME to every engine at once: scripts/add-migration.sh NAME
# Until the first release there is one migration, Initial: "scripts/add-migration.sh --fold" makes it anew.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?the name of the migration, or --fold}
dotnet tool restore >/dev/null
if [ "$name" = --fold ]; then
  rm -rf src/Infrastructure/Persistence/Migrations
  name=Initial
fi
dotnet build src/Api -v quiet -nodeReuse:false -p:UseSharedCompilation=false
for engine in Sqlite PostgreSql SqlServer; do
  dotnet ef migrations add "$name" --no-build --project src/Infrastructure --startup-project src/Api \
    --context "${engine}Db" --output-dir "Persistence/Migrations/$engine"
done
