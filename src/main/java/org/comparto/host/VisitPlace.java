package org.comparto.host;

import jakarta.persistence.Entity;
import java.util.ArrayList;
import java.util.List;
import org.comparto.census.Visited;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.locationtech.jts.geom.Point;

/**
 * A place that is no firm and receives visitors, on the write side; EPSG:4326 (lon, lat), null means not known. What it offers to visitors is
 * described as a company's is: {@code included.visit} in gis-data/layers/_common.yaml.
 */
@Entity
@NullUnmarked
class VisitPlace extends Visited {

  @JdbcTypeCode(SqlTypes.ARRAY) List<String> consentedGroups = new ArrayList<>();
  String placeKind;
  String nameEn;
  String descriptionIt;
  String descriptionEn;
  String website;
  String address;
  String productionChain;

  Point geom;

  protected VisitPlace() {}
}
