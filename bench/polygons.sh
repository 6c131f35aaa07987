#!/usr/bin/env bash
# A GeoPackage of many polygons: squares of about 20 m on a grid near Cremona, each turned a little, with five attributes.
#
#   bench/polygons.sh ROWS FILE
set -euo pipefail

awk -v n="$1" 'BEGIN {
  print "WKT,codice,nome,categoria,superficie,anno"
  for (i = 0; i < n; i++) {
    x = 9.6 + (i % 2000) * 0.0004; y = 45.0 + int(i / 2000) * 0.0004; t = (i % 7) * 0.00001
    printf "\"POLYGON ((%.6f %.6f,%.6f %.6f,%.6f %.6f,%.6f %.6f,%.6f %.6f))\",P%07d,Particella %d,%s,%.1f,%d\n",
      x + t, y, x + 0.0003, y + t, x + 0.0003 - t, y + 0.0003, x, y + 0.0003 - t, x + t, y, i, i, substr("ABCDEFGH", i % 8 + 1, 1), 400 + i % 977, 1950 + i % 75
  }
}' | ogr2ogr -f GPKG "$2" CSV:/vsistdin/ -nln parcels -a_srs EPSG:4326 -nlt POLYGON -oo AUTODETECT_TYPE=YES -oo KEEP_GEOM_COLUMNS=NO -gt 65536
