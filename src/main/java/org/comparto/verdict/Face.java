package org.comparto.verdict;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The part of an area with one result for the same reasons.
 *
 * @param basis ids ("set/rule") of the rules that make it so, sorted; none for ORDINARY
 * @param missingLayers what was not there to know it, sorted; only for UNKNOWN
 * @param m2 in the plane of the compute CRS
 * @param lonLat polygons in longitude and latitude
 */
public record Face(Result result, List<String> basis, List<String> missingLayers, double m2, Geometry lonLat) {}
