#!/usr/bin/env bash
# Makes files/ again: the same two areas and two points near Cremona, drawn by us, in every format and several reference systems.
# Needs gdal-bin and python3. Run it in this folder after changing what is below, and look at what changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
rm -rf files && mkdir files
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/aree.geojson" <<'JSON'
{"type": "FeatureCollection", "features": [
  {"type": "Feature", "properties": {"codice": "001", "località": "Ca' del Pozzo, però", "area_m2": 1234.5, "lotti": 7},
   "geometry": {"type": "Polygon", "coordinates": [[[10.02, 45.13], [10.03, 45.13], [10.03, 45.14], [10.02, 45.14], [10.02, 45.13]]]}},
  {"type": "Feature", "properties": {"codice": "002", "località": "Gerre", "area_m2": 10.25, "lotti": 0},
   "geometry": {"type": "Polygon", "coordinates": [[[10.05, 45.15], [10.06, 45.15], [10.06, 45.16], [10.05, 45.15]]]}}
]}
JSON
cat >"$work/punti.csv" <<'CSV'
codice;denominazione;longitudine;latitudine;superficie;data
P01;"Fornace ""Rossa""";10,02;45,13;1.234,50;05/03/2024
P02;Mulino;10,05;45,15;7,00;31/12/2023
CSV

shapefile() {  # name encoding epsg folder
  ogr2ogr -q -f "ESRI Shapefile" "$4/$1.shp" "$work/aree.geojson" -nln "$1" -lco ENCODING="$2" -s_srs EPSG:4326 -t_srs "EPSG:$3"
}
pack() {  # zip folder
  python3 - "$1" "$2" <<'PY'
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    for name in sorted(os.listdir(sys.argv[2])):
        z.write(os.path.join(sys.argv[2], name), name)
PY
}

mkdir "$work"/{latin1,two,bare,no-index}
shapefile aree ISO-8859-1 7791 "$work/latin1" && pack files/shapefile-latin1-7791.zip "$work/latin1"
shapefile prima UTF-8 25832 "$work/two" && shapefile seconda UTF-8 3003 "$work/two" && pack files/shapefile-two-layers.zip "$work/two"
shapefile aree UTF-8 7791 "$work/bare" && rm "$work/bare/aree.prj" && pack files/shapefile-without-prj.zip "$work/bare"
shapefile aree UTF-8 6708 "$work/no-index" && rm "$work/no-index/aree.shx" && pack files/shapefile-without-shx-6708.zip "$work/no-index"
cp "$work/latin1/aree.shp" files/loose.shp

cp "$work/aree.geojson" files/geojson.geojson
ogr2ogr -q -f GeoJSON files/geojson-crs-3003.geojson "$work/aree.geojson" -nln aree -t_srs EPSG:3003
sed -i 's/{ "type": "name".*EPSG::3003" } }/{ "type": "name", "properties": { "name": "urn:ogc:def:crs:EPSG::3003" } }/' files/geojson-crs-3003.geojson
ogr2ogr -q -f GeoJSONSeq files/lines.geojsonl "$work/aree.geojson"
ogr2ogr -q -f GPKG files/geopackage-two-layers.gpkg "$work/aree.geojson" -nln aree -t_srs EPSG:7795
ogr2ogr -q -f GPKG -update files/geopackage-two-layers.gpkg "$work/aree.geojson" -nln aree_laea -t_srs EPSG:3035
ogr2ogr -q -f FlatGeobuf files/flatgeobuf-32632.fgb "$work/aree.geojson" -nln aree -t_srs EPSG:32632
ogr2ogr -q -f KML files/kml.kml "$work/aree.geojson" -nln aree
ogr2ogr -q -f LIBKML files/kmz.kmz "$work/aree.geojson" -nln aree
for epsg in 6706 6707; do
  ogr2ogr -q -f GML "$work/gml-$epsg.gml" "$work/aree.geojson" -nln aree -t_srs "EPSG:$epsg" -dsco FORMAT=GML3.2 -dsco SRSNAME_FORMAT=OGC_URN
  cp "$work/gml-$epsg.gml" files/
done
sed -E 's/ srsName="[^"]*"//g' "$work/gml-6707.gml" >files/gml-without-srs.gml
ogr2ogr -q -f DXF files/dxf.dxf "$work/aree.geojson" -t_srs EPSG:7791 2>/dev/null   # DXF has no attributes, and says so
ogr2ogr -q -f GPX files/gpx.gpx "$work/aree.geojson" -dialect SQLite -sql "SELECT ST_Centroid(geometry) AS geometry, codice AS name FROM aree" -nln waypoints -nlt POINT
cp "$work/punti.csv" files/csv-lon-lat-decimal-comma.csv
printf 'codice;est;nord\r\nP01;580209,593;4.997.897,934\r\nP02;582.000,5;4998000\r\n' >files/csv-east-north.csv
printf 'id\tnome\tgeom\n1\tuno\tSRID=7791;POINT(580209.593 4997897.934)\n2\tdue\tSRID=7791;POLYGON((580000 4997000,580100 4997000,580100 4997100,580000 4997000))\n' >files/csv-ewkt.csv
printf 'id,nome,wkt\n1,"Citt\xe0","POINT(10.02 45.13)"\n' >files/csv-wkt-windows-1252.csv
ogr2ogr -q -f XLSX files/xlsx.xlsx CSV:"$work/punti.csv" -nln punti
ls files
