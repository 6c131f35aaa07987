#!/usr/bin/env bash
# Plans tours on instances of the team orienteering problem with time windows.
#
#   ./comparto bench toptw FILE... [--routes M] [--seconds S] [--seed N] [--iterations N] [--decimals N] [--json]
#
#   --routes M       how many routes from and to the depot (default 1)
#   --seconds S      time of each search, without starting and reading (default 10)
#   --seed N         the same seed and iterations plan the same (default 1)
#   --iterations N   ends a search earlier, after so many without anything better (default: never)
#   --decimals N     how many decimals of lengths are kept (default by the name: pr* two; c*, r*, rc*, 50_* and all others one)
#   --json           one object per instance and line: {"instance", "routes": [[vertices without the depot]], "score", "seconds"}
#
# Files are read where the caller stands. See also compare.sh, which holds the search against others.
set -euo pipefail
classes=$("$(dirname "${BASH_SOURCE[0]}")/classes.sh")
exec java -Xmx512m -XX:+UseSerialGC -cp "$classes" org.comparto.orienteering.ToptwBench "$@"
