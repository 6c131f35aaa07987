package org.comparto.eligible;

import org.locationtech.jts.geom.Geometry;

/**
 * A cell of a territory's grid, cut at its outline.
 *
 * @param code of the piece, with that of its territory before it
 * @param lonLat polygons in longitude and latitude
 */
record Piece(long id, String code, String territory, Geometry lonLat) {}
