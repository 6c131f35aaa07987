#!/usr/bin/env bash
# Writes the large made-up road network that figures are measured on:
#   bench/roads/network.sh FILE.osm.gz [EDGES [SEED]]      (100,000 edges and seed 1 unless told; the same bytes for the same numbers)
# It has towns, roads between them, lanes and motorways, and signs: limits of mass, height, width, length and axle load, one-way streets,
# forbidden turns. `./comparto load roads --file FILE.osm.gz` takes it in.
set -euo pipefail
jar="$(dirname "${BASH_SOURCE[0]}")/../../target/comparto.jar"
[ -f "$jar" ] || { echo "$jar is missing; ./comparto run builds it" >&2; exit 1; }
exec java -Xmx900m -Dloader.main=org.comparto.demo.roads.SyntheticNetwork -cp "$jar" org.springframework.boot.loader.launch.PropertiesLauncher "$@"
