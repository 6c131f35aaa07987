package org.comparto.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What the rules say of an area, for one case.
 *
 * @param srid of the compute CRS
 * @param quadrantSegments of a buffer's quarter circle
 * @param areaM2 in the plane of the compute CRS
 * @param whole whether the result holds for all of the area, but for at most 1 m² or 0.1 % of it
 * @param faces one for each result and basis, the largest first
 * @param rules in the order of the sets and their files; none where only faces were asked for
 * @param suitable all that is SUITABLE, whatever it rests on, in longitude and latitude; null for none
 */
public record Assessment(int srid, int quadrantSegments, double areaM2, Result result, boolean whole, List<Face> faces, List<Finding> rules,
    List<UsedLayer> layers, List<Warning> warnings, @Nullable Geometry suitable) {}
