package org.comparto.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** How many companies there are, where they sit, and who consented to what. */
final class Companies {

  /** Companies of the hand-made zones by territory: 300 in all, of which 65 are the footwear firms of Segromigno. */
  private static final Map<String, Integer> BY_TERRITORY = counts();
  private static final int FOOTWEAR_OF_SEGROMIGNO = 65;
  /** Companies that one step of scale adds. */
  static final double PER_STEP = 35;

  private record Wanted(CompanySite site, @Nullable String chain) {}

  /** What is left of a company until its own table is written: COPY fills one table at a time. */
  private record Consents(Object companyId, Object code, Object groups) {

    static Consents of(Map<String, @Nullable Object> company) {
      return new Consents(Objects.requireNonNull(company.get("id")), Objects.requireNonNull(company.get("code")),
          Objects.requireNonNull(company.get("consented_groups")));
    }

    void write(RowSink sink) {
      Draw draw = Draw.of("consent " + code);
      for (Object group : (List<?>) groups) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("company_id", companyId);
        row.put("field_group", group);
        row.put("granted", true);
        row.put("stated_by", "demonstration");
        row.put("stated_on", draw.verifiedDay());
        sink.row("company_consent", row);
      }
    }
  }

  private Companies() {}

  /** @param handMade the occupied plots of each zone drawn by hand, in order; a zone without any gets no company */
  static void write(Map<Zone, List<Plot>> handMade, Map<Zone, List<CompanySite>> further, int scale, LongSupplier ids,
      RowSink sink) {
    List<Wanted> wanted = new ArrayList<>(ofHandMadeZones(handMade));
    wanted.addAll(ofFurtherZones(further, (int) Math.round((scale - 1) * PER_STEP)));
    CompanyNames names = new CompanyNames();
    List<Consents> consents = new ArrayList<>(wanted.size());
    int number = 0;
    for (Wanted company : wanted) {
      Map<String, @Nullable Object> row = CompanyFacts.row(ids.getAsLong(), ++number, company.site, company.chain, names);
      sink.row("company", row);
      consents.add(Consents.of(row));
    }
    consents.forEach(consent -> consent.write(sink));
  }

  private static List<Wanted> ofHandMadeZones(Map<Zone, List<Plot>> plots) {
    List<Wanted> wanted = new ArrayList<>();
    BY_TERRITORY.forEach((territory, count) -> {
      List<Zone> zones = plots.keySet().stream().filter(zone -> zone.territory().code().equals(territory))
          .filter(zone -> !plots.get(zone).isEmpty()).toList();
      boolean footwear = territory.equals("segromigno");
      List<Zone> shoemaking = zones.stream().filter(zone -> zone.chains().get(0).equals("footwear")).toList();
      for (int i = 0; i < count; i++) {
        boolean shoes = footwear && i < FOOTWEAR_OF_SEGROMIGNO;
        Zone zone = shoes ? shoemaking.get(i % shoemaking.size()) : zones.get(i % zones.size());
        int turn = shoes ? i / shoemaking.size() : i / zones.size() + 7;
        // the others of Segromigno must not be footwear firms as well: the district has exactly 65
        String chain = shoes ? "footwear" : footwear ? List.of("paper", "mechanics", "services", "logistics").get(i % 4) : null;
        wanted.add(new Wanted(site(zone, plots.get(zone), turn), chain));
      }
    });
    return wanted;
  }

  private static List<Wanted> ofFurtherZones(Map<Zone, List<CompanySite>> sites, int count) {
    List<Wanted> wanted = new ArrayList<>(count);
    List<List<CompanySite>> zones = new ArrayList<>(sites.values());
    for (int i = 0; i < count; i++) {
      List<CompanySite> zone = zones.get(i % zones.size());
      wanted.add(new Wanted(zone.get(i / zones.size() % zone.size()), null));
    }
    return wanted;
  }

  /** The n-th site of a zone: one occupied plot after the other, and a second round a few metres beside the first. */
  private static CompanySite site(Zone zone, List<Plot> occupied, int turn) {
    Plot plot = occupied.get(turn % occupied.size());
    int round = turn / occupied.size();
    if (round == 0) {
      return CompanySite.on(plot);
    }
    Draw draw = Draw.of("site " + plot.code() + " " + round);
    LocalFrame frame = new LocalFrame(plot.inside().x, plot.inside().y, 0);
    for (int attempt = 0; attempt < 20; attempt++) {
      Coordinate beside = frame.toDegrees(draw.between(-25, 25), draw.between(-25, 25));
      if (plot.area().contains(LocalFrame.DEGREES.createPoint(beside))) {
        return new CompanySite(zone, beside, List.of(plot.id()));
      }
    }
    return CompanySite.on(plot);
  }

  private static Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("cremona", 80);
    counts.put("canavese", 60);
    counts.put("fiorano", 60);
    counts.put("segromigno", 80);
    counts.put("montaletto", 20);
    return counts;
  }
}
