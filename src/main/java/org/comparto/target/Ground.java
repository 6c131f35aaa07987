package org.comparto.target;

/** Where a territory lies: the metric CRS that its areas are measured in (EPSG:7791 to 7793), and the middle of its outline in degrees. */
record Ground(int srid, double lon, double lat) {}
