package org.comparto.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comparto.database.Sql;
import org.comparto.feature.BoundingBox;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.PublicReading;
import org.comparto.potential.PvCase;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom and what a community could be made of under a primary substation, or in a box: what of companies, plots and marked areas is public, and nothing else. */
@Component
class CommunityCandidates {

  private static final Sql AREA = Sql.load("community/substation.sql");
  private static final Sql COMPANIES = Sql.load("community/companies.sql");
  private static final Sql PLOTS = Sql.load("community/plots.sql");
  private static final Sql AREAS = Sql.load("community/areas.sql");
  private static final int MOST = 500;

  /** @param truncated whether one of the lists has more than {@value #MOST}, which are left out */
  record Found(@Nullable String substation, List<Company> companies, List<Ground> plots, List<Marked> areas, boolean truncated) {}

  /**
   * A company with consent; what it lets nobody see is null.
   *
   * @param kind as members of a community have it; null where the size is not known
   * @param canBeMember null where the size is not known; large firms can not
   * @param roofKwp what its roof could bear
   */
  record Company(String feature, @Nullable String name, double lon, double lat, @Nullable String sizeClass, @Nullable String kind,
      @Nullable Boolean canBeMember, @Nullable String ateco,
      @Nullable String atecoVersion, @Nullable Double annualKwh, @Nullable Double roofM2, @Nullable Double roofKwp, @Nullable Double pvKwp) {}

  /** A plot; {@code kwp} is what roofs could bear on the ground that may be covered. */
  record Ground(String feature, @Nullable String name, double lon, double lat, @Nullable String ownerType, @Nullable Double areaM2,
      @Nullable Double coveredM2, @Nullable Double kwp) {}

  /** @param kwp as the area says; else what its square metres could bear, {@code estimated} */
  record Marked(String feature, @Nullable String name, double lon, double lat, @Nullable String technology, @Nullable String marking,
      @Nullable Double areaM2, @Nullable Double kwp,
      boolean estimated, @Nullable Double kwhYear) {}

  private final JdbcClient db;
  private final Layers layers;

  CommunityCandidates(JdbcClient db, Layers layers) {
    this.db = db;
    this.layers = layers;
  }

  Found find(@Nullable String substation, @Nullable String bbox) {
    if ((substation == null) == (bbox == null)) {
      throw new InvalidInputException("substation", "Give either substation or bbox.");
    }
    String wkt = substation != null ? areaOf(substation) : boxOf(BoundingBox.parse(bbox));
    List<Company> companies = query(COMPANIES, "company", wkt).query(CommunityCandidates::company).list();
    List<Ground> plots = query(PLOTS, "plot", wkt).query(CommunityCandidates::ground).list();
    List<Marked> areas = query(AREAS, "energy_area", wkt).query(CommunityCandidates::marked).list();
    return new Found(substation, first(companies), first(plots), first(areas), companies.size() > MOST || plots.size() > MOST || areas.size() > MOST);
  }

  private static <T> List<T> first(List<T> all) {
    return all.size() > MOST ? all.subList(0, MOST) : all;
  }

  private JdbcClient.StatementSpec query(Sql sql, String layerId, String ewkt) {
    Layer layer = layers.getLayer(layerId, "layer");
    PublicReading reading = new PublicReading(layer);
    Map<String, String> pieces = new HashMap<>(Map.of("relation", reading.relation(), "public", reading.condition()));
    layer.attributes().stream().filter(attribute -> attribute.isPublic()).forEach(attribute -> pieces.put(attribute.name(), reading.value(attribute)));
    return db.sql(sql.with(pieces)).param("within", ewkt).param("limit", MOST + 1);
  }

  private String areaOf(String code) {
    PublicReading reading = new PublicReading(layers.getLayer("primary_substation_area", "layer"));
    return db.sql(AREA.with(Map.of("relation", reading.relation(), "public", reading.condition()))).param("code", code).query(String.class).optional()
        .orElseThrow(() -> new NotFoundException("substation", "There is no primary-substation area with this code."));
  }

  private static String boxOf(BoundingBox box) {
    if (box.crossesAntimeridian() || box.east() - box.west() > 2 || box.north() - box.south() > 2) {
      throw new InvalidInputException("bbox", "bbox is larger than 2 degrees; ask about a smaller one");
    }
    return "SRID=4326;POLYGON((%1$s %2$s,%3$s %2$s,%3$s %4$s,%1$s %4$s,%1$s %2$s))".formatted(box.west(), box.south(), box.east(), box.north());
  }

  private static Company company(ResultSet row, int number) throws SQLException {
    String size = row.getString("size_class");
    Double roof = decimal(row, "roof_m2");
    return new Company("company/" + row.getLong("id"), row.getString("name"), row.getDouble("lon"), row.getDouble("lat"), size,
        size == null ? null : (size.equals("large") ? MemberKind.LARGE_FIRM : MemberKind.SME).toString(), size == null ? null : !size.equals("large"),
        row.getString("ateco_code"), row.getString("ateco_version"), decimal(row, "consumption_kwh_year"), roof, roof == null ? null
        : PvCase.ROOF.kwp(roof), decimal(row, "pv_kwp"));
  }

  private static Ground ground(ResultSet row, int number) throws SQLException {
    Double covered = decimal(row, "max_covered_area_m2");
    return new Ground("plot/" + row.getLong("id"), row.getString("name"), row.getDouble("lon"), row.getDouble("lat"),
        row.getString("owner_type"), decimal(row, "area_m2"), covered,
        covered == null ? null : PvCase.ROOF.kwp(covered));
  }

  private static Marked marked(ResultSet row, int number) throws SQLException {
    Double kwp = decimal(row, "power_kwp");
    Double area = decimal(row, "area_m2");
    String technology = row.getString("technology");
    Double possible = kwp != null || area == null || technology == null ? kwp : PvCase.of(technology).map(of -> of.kwp(area)).orElse(null);
    return new Marked("energy_area/" + row.getLong("id"), row.getString("name"), row.getDouble("lon"), row.getDouble("lat"), technology,
        row.getString("marking_status"), area, possible,
        kwp == null && possible != null, decimal(row, "yield_kwh_year"));
  }

  private static @Nullable Double decimal(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
