#!/usr/bin/env bash
# Everything about reading, next to PostGIS alone in the same run: features first, then tiles.
#
#   ./comparto bench read [SECONDS]      each measurement takes so long (default 8); BENCH_CONNECTIONS as "1 8 64"
#
# Starts target/comparto.jar with -Xmx1g and no other setting on the demonstration at scale 1000 (231,700 plots), in a folder
# of its own that is removed at the end. Needs a machine on which nothing else runs, and pgbench, psql, python3, curl, unzip.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:-8}
port=${BENCH_PORT:-8398}
export BENCH_DATA=${BENCH_DATA:-$(mktemp -d)}
chmod 755 "$BENCH_DATA" # PostgreSQL runs as a user of its own and has to reach its cluster
application=
finish() {
  [ -z "$application" ] || { kill "$application" 2>/dev/null || true; wait "$application" 2>/dev/null || true; }
  rm -rf "$BENCH_DATA"
}
trap finish EXIT
PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)

echo "$(nproc) cores, $(awk '/MemTotal/ { print int($2 / 1048576) " GiB" }' /proc/meminfo), $(java -version 2>&1 | head -1), commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
java -Xmx1g -XX:+UseSerialGC -jar target/comparto.jar --server.port="$port" --comparto.data="$BENCH_DATA/var" --comparto.demonstration.scale=1000 \
  > "$BENCH_DATA/log" 2>&1 &
application=$!
for _ in $(seq 600); do
  grep -q 'Comparto is at' "$BENCH_DATA/log" && break
  kill -0 "$application" 2>/dev/null || { cat "$BENCH_DATA/log" >&2; exit 1; }
  sleep 1
done
sleep 20 # a newly filled database is vacuumed now
for _ in $(seq 120); do # and times to gateways are computed, which takes some minutes of both cores
  curl -sf "http://127.0.0.1:$port/api/access/status" \
    | python3 -c 'import json, sys; layers = json.load(sys.stdin)["layers"]; sys.exit(not (layers and all(one.get("finishedAt") and one["computed"] >= one["features"] for one in layers)))' && break
  sleep 5
done
export PGPASSWORD
PGPASSWORD=$(cat "$BENCH_DATA/var/postgres/superuser-password")
bench/features/run.sh "http://127.0.0.1:$port" \
  "host=127.0.0.1 port=$(sed -n 4p "$BENCH_DATA/var/postgres/cluster/postmaster.pid") dbname=comparto user=postgres" "$seconds"
kill "$application"; wait "$application" || true
application=
bench/tiles/tiles.sh "${BENCH_CONNECTIONS:-1 8 64}" "$seconds"
