#!/usr/bin/env bash
# How much memory downloads of a large layer take, in every encoding, and whether they hold every row.
#
#   bench/features/downloads.sh [ROWS] ["ENCODING …"]      (default 1000000, all of them)
#
# Starts target/comparto.jar under -Xmx1g on a data folder of its own, loads ROWS polygons into a new layer, and downloads it in each encoding: once alone, with the rows
# of the file counted by GDAL, and once while what lives on the heap (after a full collection) is counted over and over. Growth is the most of that, less what was live before.
# Every full collection closes all gaps: those left open are filled with int[], which would be counted as alive.
# A converting process beside the JVM is told by the most memory that it had resident. Needs gdal-bin, curl, jcmd and awk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

rows=${1:-1000000}
encodings=${2:-json geojsonseq csv gpkg fgb shp kml xlsx}
port=${BENCH_PORT:-8396}
[ -f target/comparto.jar ] || { echo "build first: mvn package -DskipTests" >&2; exit 1; }
work=$(mktemp -d)
chmod 755 "$work" # PostgreSQL runs as a user of its own and has to reach its cluster
application=
finish() {
  [ -z "$application" ] || { kill "$application" 2>/dev/null || true; wait "$application" 2>/dev/null || true; }
  rm -rf "$work"
}
trap finish EXIT

bench/polygons.sh "$rows" "$work/million.gpkg"
java -Xmx1g -XX:+UseSerialGC -XX:MarkSweepAlwaysCompactCount=1 -jar target/comparto.jar --server.port="$port" --comparto.data="$work/var" --comparto.demonstration.enabled=false >"$work/log" 2>&1 &
application=$!
for _ in $(seq 240); do
  grep -q 'Comparto is at' "$work/log" && break
  kill -0 "$application" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
  sleep 1
done
COMPARTO_URL=http://127.0.0.1:$port ./comparto load "$work/million.gpkg" --new-layer bench_million --data "$work/var" --json >/dev/null
token=$(cat "$work/var/operator-token")
until curl -s -H "Authorization: Bearer $token" "http://127.0.0.1:$port/api/jobs?limit=1" | grep -q '"kind":"layer-index","state":"DONE"'; do sleep 1; done

# kilobytes that live on the heap: counted where the machine stands still after a full collection, so that nothing made since is among them; while a thread compresses (in a
# critical section of JNI) there is no collection and what is dead is counted too, so the least of four counts is taken
live() { for _ in 1 2 3 4; do jcmd "$application" GC.class_histogram | awk '/^Total/ { print int($3 / 1024) }'; done | sort -n | head -1; }
converting() { # kilobytes of the largest child that is not a shell
  ps --no-headers --ppid "$application" -o rss 2>/dev/null | sort -n | tail -1 | grep . || echo 0
}
address() { echo "http://127.0.0.1:$port/ogc/collections/bench_million/download?f=$1"; }

printf '%-12s %10s %9s %9s %16s %18s\n' encoding rows seconds MB 'heap growth MiB' 'converter at most'
for encoding in $encodings; do
  file=$work/file.${encoding/json/geojson}; file=${file/geogeo/geo}
  begun=$(date +%s.%N)
  curl -sf -H "Authorization: Bearer $token" "$(address "$encoding")" -o "$file"
  took=$(echo "$(date +%s.%N) $begun" | awk '{ print $1 - $2 }')
  [ "$encoding" = shp ] && mv "$file" "$file.zip" && readable=/vsizip/$file.zip || readable=$file
  counted=$(ogrinfo -ro -so -al "$readable" 2>/dev/null | awk '/^Feature Count:/ { print $3; exit }')
  size=$(du -m "$work"/file.* | awk '{ print $1; exit }')
  rm -f "$work"/file.*
  before=$(live); most=$before; child=0
  curl -sf -H "Authorization: Bearer $token" "$(address "$encoding")" -o /dev/null & download=$!
  while kill -0 "$download" 2>/dev/null; do
    now=$(live); [ "$now" -gt "$most" ] && most=$now
    now=$(converting); [ "$now" -gt "$child" ] && child=$now
    sleep 0.3
  done
  wait "$download"
  printf '%-12s %10s %9.1f %9s %16.1f %15d MB\n' "$encoding" "${counted:-?}" "$took" "$size" "$(echo "$most $before" | awk '{ print ($1 - $2) / 1024 }')" $((child / 1024))
done
