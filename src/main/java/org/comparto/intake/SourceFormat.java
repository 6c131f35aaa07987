package org.comparto.intake;

import java.util.List;
import java.util.stream.Stream;

/** The formats that are read, and which of GDAL's drivers may touch each. */
enum SourceFormat {
  SHAPEFILE("Shapefile", "shp", "ESRI Shapefile"),
  GEOPACKAGE("GeoPackage", "gpkg", "GPKG"),
  GEOJSON("GeoJSON", "geojson", "GeoJSON"),
  GEOJSON_LINES("GeoJSON lines", "geojsonl", "GeoJSONSeq"),
  FLATGEOBUF("FlatGeobuf", "fgb", "FlatGeobuf"),
  KML("KML", "kml", "LIBKML", "KML"),
  KMZ("KMZ", "kmz", "LIBKML"),
  GML("GML", "gml", "GML"),
  DXF("DXF", "dxf", "DXF"),
  GPX("GPX", "gpx", "GPX"),
  CSV("CSV", "csv", "CSV"),
  XLSX("XLSX", "xlsx", "XLSX"),
  OSM("OpenStreetMap", "osm", "OSM");

  final String title;
  final String extension;
  final List<String> drivers;

  SourceFormat(String title, String extension, String... drivers) {
    this.title = title;
    this.extension = extension;
    this.drivers = List.of(drivers);
  }

  /** Its drivers and one more, to which it is converted. */
  List<String> driversAnd(String other) {
    return Stream.concat(drivers.stream(), Stream.of(other)).toList();
  }

  boolean isXml() {
    return this == KML || this == GML || this == GPX;
  }

  /** The format's own rule fixes WGS 84, whatever a library reports. */
  boolean isAlwaysWgs84() {
    return this == KML || this == KMZ || this == GPX || this == OSM;
  }
}
