#!/usr/bin/env bash
# Adds migration NAME to every engine at once, and compiles EF's model for each: scripts/add-migration.sh NAME
# Until the first release there is one migration, Initial: "scripts/add-migration.sh --fold" makes it anew.
# What changes the model and no table, a converter for one, needs the second alone: "scripts/add-migration.sh --model".
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?the name of the migration, or --fold, or --model}
dotnet tool restore >/dev/null
if [ "$name" = --fold ]; then
  rm -rf src/Infrastructure/Persistence/Migrations
  name=Initial
fi
dotnet build src/Api -v quiet -nodeReuse:false -p:UseSharedCompilation=false -p:CompiledModel=false
rm -rf src/Infrastructure/Persistence/Compiled
for engine in Sqlite PostgreSql SqlServer; do
  of=(--no-build --project src/Infrastructure --startup-project src/Api --context "${engine}Db")
  [ "$name" = --model ] || dotnet ef migrations add "$name" "${of[@]}" --output-dir "Persistence/Migrations/$engine"
  dotnet ef dbcontext optimize "${of[@]}" --output-dir "Persistence/Compiled/$engine" \
    --namespace "Mentorship.Infrastructure.Persistence.Compiled.$engine" >/dev/null
done
