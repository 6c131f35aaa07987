package org.comparto.feature;

import java.util.List;
import java.util.Locale;
import org.comparto.database.Sql;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks parcels up by their cadastral reference, in what has been loaded; asks nobody else. */
@Component
@DependsOnDatabaseInitialization
class CadastralParcels {

  static final String LAYER = "cadastral_parcel";

  private static final String FIND = Sql.load("feature/parcels.sql").text();
  private static final String CODES = Sql.load("feature/cadastral-codes.sql").text();
  private static final double BEST = 9;

  /** How a look-up ended. */
  enum Outcome { FOUND, PARCEL_NOT_FOUND, PARCELS_NOT_LOADED, MUNICIPALITY_NOT_KNOWN }

  /** @param codes the cadastral codes that the municipality may mean */
  record Answer(Outcome outcome, List<String> codes, List<Hit> parcels) {}

  private final JdbcClient db;

  CadastralParcels(JdbcClient db) {
    this.db = db;
  }

  Answer find(CadastralReference wanted, int limit) {
    List<String> codes = codes(wanted.municipality());
    if (codes.isEmpty()) {
      return new Answer(Outcome.MUNICIPALITY_NOT_KNOWN, codes, List.of());
    }
    String[] all = codes.toArray(String[]::new);
    List<Hit> parcels = db.sql(FIND).param("codes", all).param("sheet", wanted.sheet()).param("parcel", wanted.parcel())
        .param("section", wanted.section()).param("limit", limit).query((row, n) -> Hit.of(row, LAYER, null, BEST)).list();
    return new Answer(!parcels.isEmpty() ? Outcome.FOUND : isLoaded(all) ? Outcome.PARCEL_NOT_FOUND : Outcome.PARCELS_NOT_LOADED, codes, parcels);
  }

  /** A code that looks like one is taken as it is: parcels may be there before the municipality is. */
  private List<String> codes(String municipality) {
    List<String> known = db.sql(CODES).param("municipality", municipality.strip()).query(String.class).list();
    String code = municipality.strip().toUpperCase(Locale.ROOT);
    return known.isEmpty() && code.matches("[A-Z]\\d{3}") ? List.of(code) : known;
  }

  private boolean isLoaded(String[] codes) {
    return db.sql("SELECT EXISTS (SELECT FROM thematic_cadastral_parcel WHERE properties ->> 'cadastral_code' = ANY (:codes)"
        + " AND publication_status = 'published')").param("codes", codes).query(Boolean.class).single();
  }
}
