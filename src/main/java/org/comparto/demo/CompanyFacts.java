package org.comparto.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record of an invented company; tax and VAT numbers stay unknown, since any valid one might belong to somebody. */
final class CompanyFacts {

  private static final List<String> OPEN_GROUPS =
      List.of("activity", "size", "innovation", "certification", "welfare", "energy", "visit");
  private static final List<String> VISITORS = List.of("primary_school", "lower_secondary", "upper_secondary", "university",
      "tourists");
  private static final List<String> THEMES = List.of("production", "craft", "sustainability", "digital", "history", "food",
      "logistics");

  private CompanyFacts() {}

  /** @param chainCode null: drawn from the chains of the zone */
  static Map<String, @Nullable Object> row(long id, int number, CompanySite site, @Nullable String chainCode,
      CompanyNames names) {
    String code = String.format(Locale.ROOT, "IMP-%04d", number);
    Draw draw = Draw.of("company " + code);
    String chain = chainCode != null ? chainCode : draw.chance(0.6) ? site.zone().chains().get(0)
        : draw.pick(site.zone().chains());
    Chain trade = Chain.of(chain);
    boolean soleTrader = draw.chance(0.12);
    String name = names.next(trade, draw);
    Map<String, @Nullable Object> row = Row.of(id, code, name, site.zone().territory().code(), site.zone().municipality(),
        draw.verifiedDay());
    row.put("consented_groups", consent(draw));
    identity(code, soleTrader, site, draw, row);
    activity(chain, trade, draw, row);
    size(soleTrader, draw, row);
    qualities(soleTrader, draw, row);
    energy(draw, row);
    visits(chain, draw, row);
    CompanyVisits.complete(code, chain, site.at(), row);
    row.put("contact_person", draw.unless(0.3, "Referente dimostrativo " + code));
    row.put("phone", null);
    row.put("email", draw.unless(0.2, code.toLowerCase(Locale.ROOT) + "@example.org"));
    row.put("geom", LocalFrame.DEGREES.createPoint(site.at()));
    return row;
  }

  private static List<String> consent(Draw draw) {
    List<String> groups = new ArrayList<>();
    if (draw.chance(0.85)) {
      groups.add("identity");
      double openness = draw.between(0.4, 1);
      for (String group : OPEN_GROUPS) {
        if (draw.chance(openness)) {
          groups.add(group);
        }
      }
      if (draw.chance(0.35)) {
        groups.add("contact");
      }
    }
    return groups;
  }

  private static void identity(String code, boolean soleTrader, CompanySite site, Draw draw, Map<String, @Nullable Object> row) {
    row.put("tax_code", null);
    row.put("vat_number", null);
    row.put("rea_code", null);
    row.put("unit_kind", draw.chance(0.85) ? "headquarters" : "local_unit");
    row.put("legal_form", soleTrader ? "ditta individuale"
        : draw.pickOf("S.r.l.", "S.r.l.", "S.r.l.", "S.p.A.", "S.n.c.", "cooperativa"));
    row.put("sole_trader", soleTrader);
    row.put("founded_year", draw.unless(0.1, draw.whole(1948, 2024)));
    row.put("website", draw.unless(0.4, "https://example.org/" + code.toLowerCase(Locale.ROOT)));
    row.put("address", draw.unless(0.1, draw.pickOf("via dell'Industria", "via del Lavoro", "via dell'Artigianato")
        + " " + draw.whole(1, 90)));
    row.put("zone_id", site.zone().id());
    row.put("plot_ids", site.plotIds().isEmpty() ? null : site.plotIds());
    row.put("geocoding_quality", draw.pickOf("surveyed", "house_number", "house_number", "street", "locality"));
  }

  private static void activity(String chain, Chain trade, Draw draw, Map<String, @Nullable Object> row) {
    boolean newEdition = draw.chance(0.8);
    int product = draw.whole(0, trade.productsIt().size() - 1);
    row.put("ateco_code", draw.pick(newEdition ? trade.ateco2025() : trade.ateco2007()));
    row.put("ateco_version", newEdition ? "2025" : "2007");
    row.put("ateco_secondary", draw.unless(0.7, List.of(draw.pick(newEdition ? trade.ateco2025() : trade.ateco2007()))));
    row.put("production_chain", chain);
    row.put("chain_role", draw.unless(0.1, draw.pickOf("maker", "maker", "supplier", "service")));
    row.put("products_it", draw.unless(0.1, trade.productsIt().get(product)));
    row.put("products_en", draw.unless(0.1, trade.productsEn().get(product)));
  }

  private static void size(boolean soleTrader, Draw draw, Map<String, @Nullable Object> row) {
    int employees = soleTrader ? draw.whole(1, 6) : (int) Math.round(Math.exp(draw.between(0.9, 5.7)));
    boolean known = draw.chance(0.9);
    row.put("employees", known ? employees : null);
    row.put("employees_female", known ? draw.unless(0.2, (int) Math.round(employees * draw.between(0.1, 0.6))) : null);
    row.put("apprentices", known ? draw.unless(0.3, (int) (employees * draw.between(0, 0.1))) : null);
    Object women = row.get("employees_female");
    row.put("employees_male", women == null ? null : employees - (int) women);
    row.put("employees_year", known ? 2025 : null);
    row.put("size_class", employees < 10 ? "micro" : employees < 50 ? "small" : employees < 250 ? "medium" : "large");
    row.put("turnover_class", draw.unless(0.15,
        employees < 10 ? "under_2m" : employees < 50 ? "2m_10m" : employees < 180 ? "10m_50m" : "over_50m"));
    row.put("export_percent", draw.unless(0.25, draw.stepped(0, 85, 5)));
  }

  private static void qualities(boolean soleTrader, Draw draw, Map<String, @Nullable Object> row) {
    boolean innovative = !soleTrader && draw.chance(0.1);
    LocalDate since = LocalDate.of(draw.whole(2017, 2025), draw.whole(1, 12), draw.whole(1, 28));
    row.put("trademarks", draw.unless(0.3, draw.chance(0.6) ? 0 : draw.whole(1, 6)));
    row.put("patents", draw.unless(0.3, draw.chance(0.8) ? 0 : draw.whole(1, 4)));
    row.put("research", draw.unless(0.2, draw.chance(0.3)));
    row.put("innovation_status", innovative ? draw.pickOf("innovative_startup", "innovative_sme") : "none");
    row.put("innovation_since", innovative ? since : null);
    row.put("innovation_conditions", innovative ? List.of("rd_share", "patent_or_software") : null);
    row.put("registered_software", innovative ? Boolean.TRUE : null);
    row.put("education_links", innovative ? List.of("Istituto tecnico superiore dimostrativo") : null);
    String scheme = draw.pickOf("ISO 9001", "ISO 9001", "ISO 14001", "ISO 45001", "ISO 50001", "UNI/PdR 125");
    row.put("certifications", draw.unless(0.55, new RowSink.Json(List.of(Map.of("scheme", scheme, "body", "Ente dimostrativo",
        "expires_on", Draw.REFERENCE_DAY.plusDays(draw.whole(-60, 1000)).toString())))));
    row.put("welfare_plan", draw.unless(0.2, draw.chance(0.4)));
    row.put("childcare", draw.unless(0.2, draw.chance(0.06)));
    row.put("canteen", draw.unless(0.2, draw.chance(0.25)));
    row.put("mobility_manager", draw.unless(0.2, draw.chance(0.1)));
    row.put("sustainability_report", draw.unless(0.2, draw.chance(0.2)));
  }

  private static void energy(Draw draw, Map<String, @Nullable Object> row) {
    double roof = draw.stepped(200, 12000, 50);
    row.put("pods", null);
    row.put("contract_power_kw", draw.unless(0.2, draw.stepped(15, 1500, 5)));
    row.put("consumption_kwh_year", draw.unless(0.2, draw.stepped(20_000, 4_000_000, 1000)));
    row.put("roof_m2", draw.unless(0.15, roof));
    row.put("pv_kwp", draw.unless(0.2, draw.chance(0.55) ? 0 : Math.rint(roof * draw.between(0.03, 0.09))));
    row.put("ev_chargers", draw.unless(0.2, draw.chance(0.7) ? 0 : draw.whole(1, 8)));
    row.put("community_interest", draw.unless(0.25, draw.chance(0.5)));
  }

  private static void visits(String chain, Draw draw, Map<String, @Nullable Object> row) {
    String visitable = draw.pickOf("never", "by_appointment", "by_appointment", "by_appointment", "open_days");
    boolean open = !visitable.equals("never");
    int least = draw.whole(4, 12);
    boolean morningOnly = draw.chance(0.25);
    row.put("visitable", visitable);
    row.put("visit_groups", open ? draw.some(VISITORS, 4) : null);
    row.put("visit_min_people", open ? draw.unless(0.15, least) : null);
    row.put("visit_max_people", open ? draw.unless(0.08, least + draw.whole(6, 45)) : null);
    row.put("visit_minutes", open ? (int) draw.stepped(30, 120, 15) : null);
    row.put("visit_languages", open ? languages(draw) : null);
    row.put("visit_min_age", open ? draw.unless(0.2, draw.pickOf(0, 6, 11, 14, 14, 16)) : null);
    row.put("visit_wheelchair", open ? draw.unless(0.2, draw.chance(0.65)) : null);
    row.put("visit_protective_gear", open ? draw.unless(0.3, draw.pickOf("nessuno", "scarpe chiuse", "giubbino e casco forniti"))
        : null);
    row.put("visit_lead_days", open ? draw.pickOf(3, 7, 7, 10, 14, 21) : null);
    String own = switch (chain) {
      case "agri_food" -> "food";
      case "digital", "logistics" -> chain;
      default -> "production";
    };
    List<String> themes = new ArrayList<>(draw.some(THEMES, 2));
    if (!themes.contains(own)) {
      themes.add(0, own);
    }
    row.put("visit_themes", open ? themes : null);
    row.put("visit_hours", !open ? null : visitable.equals("open_days") ? "Fr-Sa 09:00-18:00"
        : morningOnly ? "Tu-Th 09:00-12:30" : draw.pickOf("Mo-Fr 09:00-12:00,14:00-17:00", "Mo-Fr 09:30-16:30",
            "Mo-Sa 08:30-12:30"));
    row.put("coach_parking", open ? draw.unless(0.15, draw.chance(0.7)) : null);
    row.put("coach_max_height_m", open ? draw.unless(0.6, draw.pickOf(3.6, 3.8, 4.0)) : null);
    row.put("coach_max_length_m", open ? draw.unless(0.5, draw.pickOf(10.0, 12.0, 13.5, 15.0)) : null);
  }

  private static List<String> languages(Draw draw) {
    List<String> languages = new ArrayList<>(List.of("it"));
    if (draw.chance(0.6)) {
      languages.add("en");
    }
    if (draw.chance(0.2)) {
      languages.add("de");
    }
    if (draw.chance(0.2)) {
      languages.add("fr");
    }
    return languages;
  }
}
