#!/usr/bin/env bash
# The investor's search next to the bare SQL of the same three answers (count, facets, first page) in the same run.
#
#   ./comparto bench plots [SECONDS] [FILTERS]     each measurement takes so long (default 20), so many random filters (default 100)
#
# Starts target/comparto.jar with -Xmx1g and no other setting on the demonstration at scale 1000 (231,700 plots) in a folder of
# its own, or uses the folder BENCH_PLOTS_DATA and keeps it. Needs a machine on which nothing else runs, and pgbench, psql,
# python3, curl. BENCH_COMMAND in place of "java … -jar target/comparto.jar" starts another build.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-20}
filters=${2:-100}
port=${BENCH_PORT:-8397}
url=http://127.0.0.1:$port
work=$(mktemp -d)
chmod 755 "$work" # PostgreSQL runs as a user of its own and has to reach its cluster
data=${BENCH_PLOTS_DATA:-$work/var}
application=
finish() {
  [ -z "$application" ] || { kill "$application" 2>/dev/null || true; wait "$application" 2>/dev/null || true; }
  rm -rf "$work"
}
trap finish EXIT
PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)

echo "$(nproc) cores, $(awk '/MemTotal/ { print int($2 / 1048576) " GiB" }' /proc/meminfo), commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
# shellcheck disable=SC2086
${BENCH_COMMAND:-java -Xmx1g -XX:+UseSerialGC -jar target/comparto.jar} --server.port="$port" --comparto.data="$data" \
  --comparto.demonstration.scale=1000 > "$work/log" 2>&1 &
application=$!
for _ in $(seq 900); do
  grep -q 'Comparto is at' "$work/log" && break
  kill -0 "$application" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 1
done
export PGPASSWORD
PGPASSWORD=$(cat "$data/postgres/superuser-password")
pg="host=127.0.0.1 port=$(sed -n 4p "$data/postgres/cluster/postmaster.pid") dbname=comparto user=postgres"
until [ "$(psql -qAtX "$pg" -c 'SELECT count(*) FROM plot_adjacency_due')" = 0 ]; do sleep 2; done
sleep "${BENCH_SETTLE:-20}" # a newly filled database is vacuumed now
curl -sf "$url/api/plots" > /dev/null
grep 'columns of plot' "$work/log" || true

python3 bench/plots/questions.py "$url" "$filters" "$work"
javac -d "$work" bench/Load.java
load() { java -XX:+UseSerialGC -Xmx256m -cp "$work" Load "$@"; }
scripts=()
for script in "$work"/*.sql; do scripts+=(-f "$script"); done

load 8 10 "$work/urls" > /dev/null # the virtual machine compiles
ours=$(load 8 "$seconds" "$work/urls")
raw=$(pgbench -n -M simple -c 8 -j 2 -T "$seconds" "${scripts[@]}" "$pg" 2>/dev/null | awk '/^tps/ && !seen++ { print $3 }')
echo "searches, 8 connections, $filters random filters"
echo "  ours                      $ours"
echo "  raw, searches/s           $raw"
awk -v o="${ours%% *}" -v r="$raw" 'BEGIN { printf "  time of ours / raw        %.3f  (goal: at most 1.3)\n", r / o }'

for question in 'minArea=20000' 'minArea=40000' 'minArea=80000' 'minArea=80000&maxOwners=3' 'minArea=30000&maxOwners=2&filter=area_m2%20%3E%203000'; do
  slowest=$(for _ in 1 2 3; do curl -sf -o "$work/answer" -w '%{time_total}\n' "$url/api/plots/joinable?$question"; done | sort -n | tail -1)
  found=$(python3 -c 'import json, sys; a = json.load(open(sys.argv[1])); print(len(a["unions"]), "unions, complete:", a["complete"])' "$work/answer")
  printf 'joinable %-55s at most %.2f s of 3   %s\n' "$question" "$slowest" "$found"
done
echo "memory of the application: $(awk '/VmHWM/ { print int($2 / 1024) " MB at most" }' "/proc/$application/status")"
