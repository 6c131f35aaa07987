#!/usr/bin/env bash
# How long a million polygons take by the command line, next to plain ogr2ogr into the same kind of database in the same run.
#
#   bench/load-million.sh [ROWS]      (default 1000000)
#
# Makes a GeoPackage, starts the application from target/comparto.jar under -Xmx1g with a data folder of its own, lets
# ogr2ogr write the file into a table with its GiST index, loads the file into a new layer of the very same database, takes
# it back, and prints the times, their ratio and the most memory that the JVM used. ogr2ogr goes first: after the load a job
# goes on to make the search index, and the time until that is there is printed too. Needs gdal-bin, curl and awk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rows=${1:-1000000}
port=${BENCH_PORT:-8397}
[ -f target/comparto.jar ] || { echo "build first: mvn package -DskipTests" >&2; exit 1; }
work=$(mktemp -d)
chmod 755 "$work" # PostgreSQL runs as a user of its own and has to reach its cluster
application=
finish() {
  [ -z "$application" ] || { kill "$application" 2>/dev/null || true; wait "$application" 2>/dev/null || true; }
  rm -rf "$work"
}
trap finish EXIT

echo "making $rows polygons"
bench/polygons.sh "$rows" "$work/million.gpkg"

java -Xmx1g -XX:+UseSerialGC -jar target/comparto.jar --server.port="$port" --comparto.data="$work/var" --comparto.demonstration.enabled=false \
  >"$work/log" 2>&1 &
application=$!
for _ in $(seq 120); do
  [ -f "$work/var/operator-token" ] && break
  kill -0 "$application" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 1
done

seconds() { date +%s.%N; }
since() { echo "$(seconds) $1" | awk '{print $1 - $2}'; }
export COMPARTO_URL=http://127.0.0.1:$port

# the same database: what the application was told, or its own cluster
connection=${BENCH_PG:-}
if [ -z "$connection" ]; then
  postmaster=$(find "$work/var" -name postmaster.pid | head -1)
  pg_port=$(sed -n 4p "$postmaster"); pg_socket=$(sed -n 5p "$postmaster"); pg_host=$(sed -n 6p "$postmaster")
  credentials=$(find "$work/var" -name superuser-password | head -1)
  export PGPASSWORD=${PGPASSWORD:-$([ -z "$credentials" ] || cat "$credentials")}
  connection="host=${pg_socket:-${pg_host:-127.0.0.1}} port=$pg_port dbname=${BENCH_PG_DATABASE:-comparto} user=${BENCH_PG_USER:-postgres}"
fi
begun=$(seconds)
ogr2ogr -f PostgreSQL "PG:$connection" "$work/million.gpkg" parcels -nln bench_plain -lco GEOMETRY_NAME=geom
plain=$(since "$begun")

begun=$(seconds)
answer=$(./comparto load "$work/million.gpkg" --new-layer bench_million --data "$work/var" --json)
ours=$(since "$begun")
echo "$answer"
until curl -s -H "Authorization: Bearer $(cat "$work/var/operator-token")" "$COMPARTO_URL/api/jobs?limit=1" | grep -q '"kind":"layer-index","state":"DONE"'; do
  sleep 0.2
done
indexed=$(since "$begun")
memory=$(awk '/VmHWM/ {print int($2 / 1024)}' "/proc/$application/status")

begun=$(seconds)
./comparto rollback "$(echo "$answer" | sed -E 's/.*"loadId":([0-9]+).*/\1/')" --data "$work/var"
undone=$(since "$begun")

awk -v n="$rows" -v ours="$ours" -v plain="$plain" -v indexed="$indexed" -v undone="$undone" -v memory="$memory" 'BEGIN {
  printf "comparto load %.1f s (%d rows/s), with its search index %.1f s, ogr2ogr %.1f s (%d rows/s), ratio %.2f (with the index %.2f), rollback %.1f s, JVM at most %d MB resident\n",
    ours, n / ours, indexed, plain, n / plain, ours / plain, indexed / plain, undone, memory }'
