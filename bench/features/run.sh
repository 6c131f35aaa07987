#!/usr/bin/env bash
# Reading features, next to raw PostGIS in the same run: requests a second of the application divided by those of the best
# single SQL statement on the base tables over libpq (pgbench), each at 1, 8 and 64 connections.
#
#   bench/features/run.sh URL PG_CONNECTION [SECONDS]     for instance
#   bench/features/run.sh http://127.0.0.1:8080 "host=127.0.0.1 port=5433 dbname=comparto user=postgres" 10
#
# The application runs on the demonstration of scale 1000 (./comparto run --demo-scale 1000) under one configuration for all
# workloads; nothing else should run. Needs java, curl, python3, pgbench and psql. PGPASSWORD as usual.
# W1 boxes of about 1,000 plots · W2 of about 10,000 · W3 one plot by id, and answered 304 · W5 status, area and within 10 km,
# the nearest 50 · W6 all plots in one download. Where Debian's cgi-mapserver and lighttpd are installed, MapServer is asked
# for W1 and W2 as well (W1m, W2m). BENCH_CONNECTIONS="1 8 64" and BENCH_WORKLOADS="W1 W2 W3 304 W5 W6" choose.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
url=${1:?the application}
pg=${2:?a libpq connection string}
seconds=${3:-10}
work=$(mktemp -d)
peer=
trap '[ -z "$peer" ] || kill "$peer" 2> /dev/null || true; rm -rf "$work"' EXIT
items=$url/ogc/collections/plot/items
ask() { psql -qAtX "$pg" -F "${2:-,}" -c "$1"; }
javac -d "$work" "$here/../Load.java"
load() { java -XX:+UseSerialGC -Xmx256m -cp "$work" Load "$@"; }

# the public attributes, in the words of the application itself
columns=$(curl -sf "$items?limit=1" | python3 -c 'import json, sys; print(", ".join("\"%s\"" % n for n in json.load(sys.stdin)["features"][0]["properties"]))')
feature="'{\"type\":\"Feature\",\"id\":' || id || ',\"geometry\":' || ST_AsGeoJSON(geom, 7) || ',\"properties\":' || (SELECT row_to_json(p) FROM (SELECT $columns) AS p) || '}'"
public="publication_status = 'published'"
mkdir "$work"/{W1,W2,W3,W5}
peer_port=${BENCH_PEER_PORT:-8399}
if [ -x /usr/lib/cgi-bin/mapserv ] && command -v lighttpd > /dev/null; then
  chmod 755 "$work"
  "$here/../peers/mapserver.sh" "$pg" "$columns" "$work" "$peer_port" & peer=$!
fi

boxes() { # workload, about how many plots a box
  local n=0
  ask "SELECT ST_XMin(b), ST_YMin(b), ST_XMax(b), ST_YMax(b)
       FROM (SELECT geom AS g FROM plot WHERE territory_code = 'cremona' AND id % 1000 = 7 ORDER BY id LIMIT 40) AS c,
            LATERAL (SELECT ST_Extent(geom) AS b FROM (SELECT geom FROM plot ORDER BY geom <-> c.g LIMIT $2) AS near) AS e" |
  while read -r box; do
    n=$((n + 1))
    echo "$items?limit=10000&bbox=$box" >> "$work/$1.urls"
    echo "http://127.0.0.1:$peer_port/ms?service=WFS&version=1.1.0&request=GetFeature&typename=plot&outputformat=geojson&srsname=EPSG:4326&bbox=$box" >> "$work/${1}m.urls"
    echo "SELECT $feature FROM plot WHERE $public AND ST_Intersects(geom, ST_MakeEnvelope($box, 4326)) LIMIT 10000;" > "$work/$1/$n.sql"
  done
}
boxes W1 800
boxes W2 8000
ask "SELECT id FROM plot WHERE id % 97 = 3 ORDER BY id LIMIT 1000" | sed "s|^|$items/|" > "$work/W3.urls"
low=$(ask "SELECT min(id) FROM plot"); high=$(ask "SELECT max(id) FROM plot")
printf '\\set id random(%s, %s)\nSELECT %s FROM plot WHERE id = :id AND %s;\n' "$low" "$high" "$feature" "$public" > "$work/W3/1.sql"
n=0
ask "SELECT ST_X(p), ST_Y(p) FROM (SELECT ST_PointOnSurface(geom) AS p FROM plot WHERE id % 5000 = 11 ORDER BY id LIMIT 40) AS c" |
while read -r point; do
  n=$((n + 1))
  echo "$items?limit=50&near=$point&radius=10000&filter=status%3D%27available%27%20AND%20area_m2%20BETWEEN%202000%20AND%208000" >> "$work/W5.urls"
  place="ST_SetSRID(ST_MakePoint($point), 4326)::geography"
  echo "SELECT $feature FROM plot WHERE $public AND status = 'available' AND area_m2 BETWEEN 2000 AND 8000 AND geom && ST_Expand($place::geometry, 0.15, 0.1) AND ST_DWithin(geom::geography, $place, 10000) ORDER BY ST_Distance(geom::geography, $place) LIMIT 50;" > "$work/W5/$n.sql"
done

raw() { # workload, connections
  local scripts=()
  for script in "$work/$1"/*.sql; do scripts+=(-f "$script"); done
  # the embedded database has 60 connections, of which the application takes 17
  pgbench -n -M prepared -c "$(($2 < 32 ? $2 : 32))" -j 2 -T "$seconds" "${scripts[@]}" "$pg" 2>/dev/null | awk '/^tps/ && !seen++ { print $3 }'
}
line() { # name, connections, ours, raw, rest
  awk -v w="$1" -v c="$2" -v o="$3" -v r="$4" -v rest="$5" 'BEGIN { printf "%-4s %3d  %10.1f  %10.1f  %6.2f   %s\n", w, c, o, r, r ? o / r : 0, rest }'
}

workloads=${BENCH_WORKLOADS:-W1 W2 W3 304 W5 W6}
connections=${BENCH_CONNECTIONS:-1 8 64}
for workload in W1 W2 W3 W5; do [ ! -f "$work/$workload.urls" ] || load 4 "$seconds" "$work/$workload.urls" > /dev/null; done # warm
echo "     con        ours         raw   ratio   ours: MB/s, median ms, p99 ms, errors, statuses"
for c in $connections; do
  w3=
  for workload in $workloads; do
    case $workload in
      W6) continue ;;
      304)
        tag=$(curl -sI "$(head -1 "$work/W3.urls")" | tr -d '\r' | awk -F': ' 'tolower($1) == "etag" { print $2 }')
        head -1 "$work/W3.urls" > "$work/304.urls"
        answer=$(load "$c" "$seconds" "$work/304.urls" "If-None-Match: $tag")
        [ -n "$w3" ] || w3=$(raw W3 "$c") ;;
      *)
        answer=$(load "$c" "$seconds" "$work/$workload.urls")
        raw=$(raw "$workload" "$c")
        [ "$workload" != W3 ] || w3=$raw
        if [ -n "$peer" ] && [ -f "$work/${workload}m.urls" ]; then
          theirs=$(load "$c" "$seconds" "$work/${workload}m.urls")
          line "${workload}m" "$c" "${theirs%% *}" "$raw" "MapServer: ${theirs#* }"
        fi ;;
    esac
    [ "$workload" != 304 ] || raw=$w3
    line "$workload" "$c" "${answer%% *}" "$raw" "${answer#* }"
  done
done
if [[ " $workloads " == *" W6 "* ]]; then
  walk() { # all plots, MB a second
    curl -s -o /dev/null -w '%{speed_download}' "${BENCH_DOWNLOAD:-$url/ogc/collections/plot/download?f=json}" | awk '{ print $1 / 1e6 }'
  }
  copy() {
    local begun=$(date +%s.%N) bytes
    bytes=$(psql -qAtX "$pg" -c "COPY (SELECT $feature FROM plot WHERE $public) TO STDOUT" | wc -c)
    awk -v b="$bytes" -v from="$begun" -v to="$(date +%s.%N)" 'BEGIN { print b / 1e6 / (to - from) }'
  }
  walk > /dev/null
  line W6 1 "$(walk)" "$(copy)" "MB/s"
fi
