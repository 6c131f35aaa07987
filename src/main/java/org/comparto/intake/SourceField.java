package org.comparto.intake;

/**
 * A field of a source layer, or of its staging table.
 *
 * @param type GDAL's name of it: String, Integer, Integer64, Real, Date, Time, DateTime, Binary, StringList …
 */
record SourceField(String name, String type) {}
