#!/usr/bin/env bash
# How many vector tiles a second Comparto gives, next to plain PostGIS asked for the same tiles in the same run.
#
#   bench/tiles/tiles.sh ["CONNECTIONS …"] [SECONDS]      (default "1 8 64", 8 seconds each)
#
# Starts target/comparto.jar twice under -Xmx1g on one data folder of its own with the demonstration at scale 1000: without
# a cache, so that every tile is made (cold), and with the default one, filled first (warm). See README.md beside this file.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

connections=${1:-1 8 64}
seconds=${2:-8}
port=${BENCH_PORT:-8398}
[ -f target/comparto.jar ] || { echo "build first: mvn package -DskipTests" >&2; exit 1; }
work=${BENCH_DATA:-$(mktemp -d)}
chmod 755 "$work" # PostgreSQL runs as a user of its own and has to reach its cluster
application=
stop() {
  [ -z "$application" ] || { kill "$application" 2>/dev/null || true; wait "$application" 2>/dev/null || true; }
  application=
}
finish() {
  stop
  [ -n "${BENCH_DATA:-}" ] || rm -rf "$work"
}
trap finish EXIT

unzip -oqj target/comparto.jar 'BOOT-INF/lib/postgresql-*.jar' -d "$work"
driver=$(ls "$work"/postgresql-*.jar | head -1)

start() {
  stop
  java -Xmx1g -XX:+UseSerialGC -jar target/comparto.jar --server.port="$port" --comparto.data="$work/var" --comparto.demonstration.scale=1000 "$@" >"$work/log" 2>&1 &
  application=$!
  for _ in $(seq 300); do
    grep -q 'Comparto is at' "$work/log" && break
    kill -0 "$application" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 1
  done
  sleep 20 # a migrated or newly filled database is vacuumed now
  database="jdbc:postgresql://127.0.0.1:$(sed -n 4p "$work/var/postgres/cluster/postmaster.pid")/comparto?user=postgres&password=$(cat "$work/var/postgres/superuser-password")"
}

# mode (raw, http, edited, counts), workload, connections, seconds, target
load() { java -cp "$driver" bench/tiles/TileLoad.java "$@" "$database" 2>>"$work/errors"; }
keep() { results+=("$1 $2 $3 $(load "$4" "$2" "$3" "$seconds" "$5")"); }

results=()
start --comparto.tiles.cache=0B
load http W4 8 20 "127.0.0.1:$port" >/dev/null # the virtual machine compiles what it runs often
load http W4D 8 40 "127.0.0.1:$port+plain" >/dev/null # and takes its time with the encoder
for n in $connections; do
  for workload in W4 W4D; do
    keep raw "$workload" "$n" raw -
    keep cold "$workload" "$n" http "127.0.0.1:$port+plain"
    keep cold-gzip "$workload" "$n" http "127.0.0.1:$port"
  done
  keep cold-edited W4D "$n" edited "127.0.0.1:$port+plain"
  keep raw W4A "$n" counts -
  keep cold-gzip W4A "$n" http "127.0.0.1:$port"
done
keep cold-gzip Z10 8 http "127.0.0.1:$port"

start --comparto.tiles.cache=0B --comparto.tiles.found=0B
load http W4D 8 40 "127.0.0.1:$port+plain" >/dev/null
for n in $connections; do
  keep cold-alone W4D "$n" http "127.0.0.1:$port+plain"
done

start
load http W4 8 20 "127.0.0.1:$port" >/dev/null
for n in $connections; do
  for workload in W4 W4D W4A; do
    keep warm "${workload}w" "$n" http "127.0.0.1:$port"
  done
done

printf '%s\n' "${results[@]}" | awk '
  { workload = $2; sub(/w$/, "", workload); if ($1 == "raw") raw[workload " " $3] = $4; line[NR] = $0 }
  END {
    printf "%-9s %-10s %11s %9s %7s %8s %8s %8s %6s\n", "workload", "server", "connections", "tiles/s", "ratio", "p50 ms", "p99 ms", "kB/tile", "errors"
    for (i = 1; i <= NR; i++) {
      split(line[i], f, " "); workload = f[2]; sub(/w$/, "", workload); base = raw[workload " " f[3]]
      printf "%-9s %-10s %11d %9.1f %7s %8.2f %8.2f %8.1f %6d\n", workload, f[1], f[3], f[4], (base > 0 ? sprintf("%.2f", f[4] / base) : "-"), f[5], f[6], f[7], f[8]
    }
  }'
