#!/usr/bin/env bash
# Our search, the plain iterated local search of the field, jsprit and Timefold on the same instances with the same time, in one run.
#
#   bench/toptw/compare.sh SECONDS SEED ROUTES PLANTED FILE... [OPTIMA.csv]
#
#   SECONDS    for each search, of the processor on the searching thread
#   ROUTES     like 1,2,3,4
#   PLANTED    so many made instances with a known optimum for each number of routes
#   OPTIMA     instance,optimum,... for one route
#
# Every plan is judged by ToptwRules, which ends the run where a rule is broken. jsprit and Timefold are fetched from Maven Central at the first run; they are no part of what is shipped.
# Needs target/comparto.jar: ./comparto bench toptw makes it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
classes=$("$here/classes.sh")
made=$here/../../target/bench-toptw-compared
if [ ! -d "$made/lib" ] || [ "$here/pom.xml" -nt "$made/lib" ]; then
  rm -rf "$made/lib"
  mvn -B -ntp -q -f "$here/pom.xml" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$made/lib" >&2
fi
mkdir -p "$made/classes"
javac -nowarn -proc:none -d "$made/classes" -cp "$classes:$made/lib/*" "$here"/{Comparison,JspritSearch,TimefoldSearch}.java >&2
echo "commit $(git -C "$here" rev-parse --short HEAD 2>/dev/null || echo unknown), $(nproc) cores"
exec java -Xmx512m -XX:+UseSerialGC -cp "$made/classes:$classes:$made/lib/*" org.comparto.orienteering.Comparison "$@"
