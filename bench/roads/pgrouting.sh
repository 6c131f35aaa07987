#!/usr/bin/env bash
# Shortest distances of a car, next to pgRouting's on the same extract.
#
#   bench/roads/pgrouting.sh FILE.osm.pbf [PAIRS]     so many pairs of random junctions (default 200)
#
# Needs the Debian packages postgresql-15-pgrouting, osm2pgrouting and osmium-tool, and target/comparto.jar. Starts a PostgreSQL of its own
# and removes it. What both are asked is the shortest way between two junctions that both have, over the roads that osm2pgrouting's
# configuration for cars takes in. The two graphs differ:
# - osm2pgrouting knows the kind of road and one-way streets, but neither access nor barriers; so ways that OpenStreetMap closes to cars
#   (access, vehicle, motor_vehicle or motorcar = no) are left out of the file before both read it, barriers are taken out of it, and so are
#   ways that both read differently (highway = track, ferries, areas). With barriers left in, 96 and 97 of 100 pairs agreed, not all;
# - neither is asked about forbidden turns here (ours knows them; pgRouting's plain search does not);
# - lengths are on the sphere in GraphHopper and on the spheroid in osm2pgrouting: up to 0.3 % apart.
set -euo pipefail
file=$(realpath "$1")
pairs=${2:-200}
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
work=$(mktemp -d)
chmod 755 "$work" # PostgreSQL runs as a user of its own
PATH=$PATH:$(ls -d /usr/lib/postgresql/*/bin | tail -1)
as=()
[ "$(id -u)" != 0 ] || as=(runuser -u postgres --)
finish() {
  "${as[@]}" pg_ctl -D "$work/pg/data" -m immediate stop > /dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT

osmium tags-filter -o "$work/kinds.osm.pbf" "$file" \
  w/highway=motorway,motorway_link,trunk,trunk_link,primary,primary_link,secondary,secondary_link,tertiary,tertiary_link,residential,living_street,service,unclassified 2> /dev/null
osmium tags-filter -i -o "$work/roads.osm" "$work/kinds.osm.pbf" \
  w/access=no w/vehicle=no w/motor_vehicle=no w/motorcar=no w/area=yes 2> /dev/null

sed -i '/<tag k="barrier"/d' "$work/roads.osm"

(cd "$work" && jar xf "$OLDPWD/target/comparto.jar" BOOT-INF)
libraries="$work/BOOT-INF/classes:$work/BOOT-INF/lib/*"
javac -nowarn -proc:none -d "$work/classes" -cp "$libraries" bench/roads/ShortestDistances.java \
  src/test/java/org/comparto/network/TestGraph.java src/test/java/org/comparto/testing/{RoadFixture,SilentProgress}.java
java -Xmx1g -XX:+UseSerialGC -Djava.io.tmpdir="$work" -cp "$work/classes:$libraries" org.comparto.network.ShortestDistances "$work/roads.osm" \
  $((2 * pairs)) "$work/ours.tsv" 2> "$work/log" > /dev/null || { cat "$work/log" >&2; exit 1; }
chmod 644 "$work/ours.tsv"

mkdir "$work/pg"
[ "$(id -u)" != 0 ] || chown postgres "$work/pg"
"${as[@]}" initdb -D "$work/pg/data" -U bench --auth=trust > /dev/null
"${as[@]}" pg_ctl -D "$work/pg/data" -w -o "-p 5931 -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off" -l "$work/pg/log" start > /dev/null
export PGHOST=127.0.0.1 PGPORT=5931 PGUSER=bench PGDATABASE=postgres
psql -qX -c 'CREATE EXTENSION postgis' -c 'CREATE EXTENSION pgrouting' -c 'CREATE EXTENSION hstore'
osm2pgrouting -f "$work/roads.osm" -c /usr/share/osm2pgrouting/mapconfig_for_cars.xml -d postgres -U bench -h 127.0.0.1 -p 5931 > "$work/import.log"

psql -qAtX -v ON_ERROR_STOP=1 <<SQL
CREATE TABLE asked (pair int, from_lon float8, from_lat float8, to_lon float8, to_lat float8, metres float8);
\copy asked FROM '$work/ours.tsv'
CREATE TABLE matched AS
  SELECT a.pair, a.metres, f.id AS source, t.id AS target
  FROM asked a
  JOIN ways_vertices_pgr f ON f.the_geom && ST_Expand(ST_SetSRID(ST_MakePoint(a.from_lon, a.from_lat), 4326), 2e-7)
  JOIN ways_vertices_pgr t ON t.the_geom && ST_Expand(ST_SetSRID(ST_MakePoint(a.to_lon, a.to_lat), 4326), 2e-7)
  ORDER BY a.pair LIMIT $pairs;
CREATE TABLE compared AS
  SELECT m.*, c.agg_cost AS theirs
  FROM matched m
  LEFT JOIN pgr_dijkstraCost(
    'SELECT gid AS id, source, target, sign(cost) * length_m AS cost, sign(reverse_cost) * length_m AS reverse_cost FROM ways',
    'SELECT DISTINCT source, target FROM matched') c ON c.start_vid = m.source AND c.end_vid = m.target;
SELECT format('%s edges and %s junctions in pgRouting; %s pairs, %s found by both; within 0.5 %%: %s, within 1 %%: %s; median %s %%, greatest %s %%',
  (SELECT count(*) FROM ways), (SELECT count(*) FROM ways_vertices_pgr), count(*), count(theirs),
  count(*) FILTER (WHERE abs(metres / theirs - 1) <= 0.005), count(*) FILTER (WHERE abs(metres / theirs - 1) <= 0.01),
  round((100 * percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(metres / theirs - 1)))::numeric, 3),
  round((100 * max(abs(metres / theirs - 1)))::numeric, 3)) FROM compared;
SELECT format('  pair %s: ours %s m, pgRouting %s m', pair, round(metres), round(theirs)) FROM compared
WHERE abs(metres / theirs - 1) > 0.01 OR theirs IS NULL ORDER BY pair LIMIT 10;
SQL
