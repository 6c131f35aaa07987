package org.comparto.energy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comparto.database.ReadingPlaces;
import org.comparto.database.Sql;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** In which published primary-substation areas something lies, and with how much; m² in RDN2008 / UTM by its own longitude. */
@Component
public class Substations {

  /**
   * What of an area lies in one primary-substation area.
   *
   * @param share of the whole, from 0 to 1
   */
  public record Share(String code, @Nullable String name, @Nullable String distributor, double m2, double share) {}

  /** What to know about it: a stable kind and words for people. */
  public record Warning(String kind, String text) {}

  /**
   * How an area lies.
   *
   * @param shares the largest first; none outside of all areas
   * @param straddles whether more than one of them holds more than 1 m² and 0.1 % of it
   * @param outsideM2 what lies in none
   */
  public record Shares(List<Share> shares, boolean straddles, double outsideM2, List<Warning> warnings) {

    /** The code with the largest share; null outside of all areas. */
    public @Nullable String code() {
      return shares.isEmpty() ? null : shares.get(0).code();
    }
  }

  /** The area at a place. */
  record At(long id, String code, @Nullable String name, @Nullable String distributor, @Nullable String hostingClass, @Nullable LocalDate hostingOn,
      boolean demonstration) {}

  private record Row(@Nullable String code, @Nullable String name, @Nullable String distributor, double m2, double share, double total) {}

  private static final String SHARES = Sql.load("energy/shares.sql").text();
  private static final String AT = Sql.load("energy/at.sql").text();
  private static final double LEAST_M2 = 1;
  private static final double LEAST_SHARE = 0.001;

  private final JdbcClient db;
  private final ReadingPlaces places;

  Substations(JdbcClient db, ReadingPlaces places) {
    this.db = db;
    this.places = places;
  }

  /** @param geometry a valid polygon or several as GeoJSON, longitude first */
  public Shares shares(String geometry, String language) {
    List<Row> rows = places.read(() -> db.sql(SHARES).param("geometry", geometry).query(Row.class).list());
    double total = rows.get(0).total();
    List<Share> shares = rows.stream().filter(row -> row.code() != null)
        .map(row -> new Share(row.code(), row.name(), row.distributor(), row.m2(), row.share())).toList();
    double outside = Math.max(0, total - shares.stream().mapToDouble(Share::m2).sum());
    boolean straddles = shares.stream().filter(share -> matters(share.m2(), total)).count() > 1;
    List<Warning> warnings = shares.isEmpty() ? List.of(NONE.in(language))
        : straddles && matters(outside, total) ? List.of(STRADDLES.in(language), OUTSIDE.in(language))
        : straddles ? List.of(STRADDLES.in(language)) : matters(outside, total) ? List.of(OUTSIDE.in(language)) : List.of();
    return new Shares(shares, straddles, outside, warnings);
  }

  /** On a border the first of those that share it. */
  Optional<At> at(double longitude, double latitude) {
    return places.read(() -> db.sql(AT).param("lon", longitude).param("lat", latitude).query(At.class).optional());
  }

  private static boolean matters(double m2, double total) {
    return m2 > LEAST_M2 && m2 > LEAST_SHARE * total;
  }

  private record Said(String kind, Localized text) {
    Warning in(String language) {
      return new Warning(kind, text.in(language));
    }
  }

  private static final Said STRADDLES = new Said("straddles", new Localized(
      "L'area ricade in più aree di cabina primaria: l'energia si condivide, e si calcola, entro ciascuna.",
      "The area lies in several primary-substation areas: energy is shared, and computed, within each."));
  private static final Said OUTSIDE = new Said("outside", new Localized(
      "Una parte dell'area non ricade in alcuna area di cabina primaria pubblicata.", "Part of the area lies in no published primary-substation area."));
  private static final Said NONE = new Said("no_area", new Localized(
      "Qui non è pubblicata alcuna area di cabina primaria: il codice non è noto.", "No primary-substation area is published here: the code is not known."));
}
