#!/usr/bin/env bash
# MapServer on the plots of a Comparto database, for comparison: WFS as GeoJSON with the same attributes.
#
#   bench/peers/mapserver.sh PG_CONNECTION COLUMNS FOLDER PORT     prints nothing and stays until it is ended
#
# Needs Debian's cgi-mapserver and lighttpd; four FastCGI processes, connections kept.
set -euo pipefail
pg=$1 columns=$2 folder=$3 port=$4
cat > "$folder/plots.map" <<MAPFILE
MAP
  NAME "plots"
  SIZE 256 256
  EXTENT 6 35 19 48
  UNITS DD
  PROJECTION "init=epsg:4326" END
  OUTPUTFORMAT NAME "geojson" DRIVER "OGR/GEOJSON" MIMETYPE "application/json; subtype=geojson" FORMATOPTION "STORAGE=stream" FORMATOPTION "FORM=SIMPLE" END
  WEB METADATA "wfs_title" "plots" "wfs_onlineresource" "http://127.0.0.1:$port/ms" "wfs_srs" "EPSG:4326" "wfs_enable_request" "*" "wfs_getfeature_formatlist" "geojson" END END
  LAYER
    NAME "plot" TYPE POLYGON STATUS ON
    CONNECTIONTYPE POSTGIS CONNECTION "$pg password=${PGPASSWORD:-}"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    DATA "geom FROM (SELECT id, ${columns//\"/}, geom FROM plot WHERE publication_status = 'published') AS p USING UNIQUE id USING SRID=4326"
    PROJECTION "init=epsg:4326" END
    METADATA "wfs_title" "plot" "gml_include_items" "all" "gml_featureid" "id" "wfs_enable_request" "*" END
    CLASS STYLE COLOR 200 100 100 END END
  END
END
MAPFILE
printf 'CONFIG\n  ENV\n    MS_MAPFILE "%s"\n    MS_MAP_PATTERN "."\n  END\nEND\n' "$folder/plots.map" > "$folder/mapserver.conf"
cat > "$folder/lighttpd.conf" <<CONF
server.document-root = "$folder"
server.port = $port
server.bind = "127.0.0.1"
server.modules = ("mod_fastcgi")
server.errorlog = "$folder/lighttpd.log"
fastcgi.server = ("/ms" => (("bin-path" => "/usr/lib/cgi-bin/mapserv", "socket" => "$folder/mapserver.sock", "max-procs" => 4, "check-local" => "disable",
  "bin-environment" => ("MS_MAPFILE" => "$folder/plots.map", "MAPSERVER_CONFIG_FILE" => "$folder/mapserver.conf"))))
CONF
exec lighttpd -D -f "$folder/lighttpd.conf"
