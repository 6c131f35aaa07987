#!/usr/bin/env bash
# Searching on roads, next to GraphHopper's own searches on the same graph in the same run.
#
#   ./comparto bench roads [FILE] [PAIRS]     an OpenStreetMap extract (default: a made network of 120,000 edges); so many random pairs
#                                             (default 1000) are held against GraphHopper's Dijkstra, for car and truck
#
# Runs the searches of target/comparto.jar in one process with -Xmx1g. Needs a machine on which nothing else runs.
# See also pgrouting.sh, which holds distances against another engine.
set -euo pipefail
file=${1:+$(realpath "$1")}
pairs=${2:-1000}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "$file" ]; then
  file=$work/made-network.osm.gz
  bench/roads/network.sh "$file" 120000 > /dev/null
fi
(cd "$work" && jar xf "$OLDPWD/target/comparto.jar" BOOT-INF)
libraries="$work/BOOT-INF/classes:$work/BOOT-INF/lib/*"
javac -nowarn -proc:none -d "$work/classes" -cp "$libraries" bench/roads/RoadsBench.java \
  src/test/java/org/comparto/network/{PlainDijkstra,TestGraph}.java src/test/java/org/comparto/testing/{RoadFixture,SilentProgress}.java
echo "$(nproc) cores, commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
echo '<configuration/>' > "$work/silent.xml"
java -Xmx1g -XX:+UseSerialGC -Djava.io.tmpdir="$work" -Dlogback.configurationFile="$work/silent.xml" -cp "$work/classes:$libraries" org.comparto.network.RoadsBench "$file" "$pairs" \
  2> "$work/log" || { cat "$work/log" >&2; exit 1; }
