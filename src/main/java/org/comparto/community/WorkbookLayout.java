package org.comparto.community;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.comparto.community.Community.Plant;
import org.comparto.community.Eligibility.Role;
import org.comparto.layer.Localized;
import org.dhatim.fastexcel.Worksheet;

/** Where what stands in the workbook of a community, so that its sheets can refer to each other. Plants are in the order in which energy falls to them. */
final class WorkbookLayout {

  // columns of the sheet of hours: begin, price, premium of each band; for each area injected, withdrawn, shared, waived; what each plant injects; what of it
  // is shared. Plants of an area stand side by side, oldest first, so that a sum needs two cells only; those that take no part stand last.
  static final int PRICE = 1;
  static final int BAND = 2;
  private static final int OF_AREA = 4;

  final Balancing balancing;
  final Balance balance;
  final Community community;
  final List<Tariff.Band> bands = Tariff.CURRENT.tariff().bands();
  private final String language;
  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private final List<Integer> sideBySide;

  WorkbookLayout(Balancing balancing) {
    this.balancing = balancing;
    this.balance = balancing.balance();
    this.community = balancing.community();
    this.language = balancing.words().locale().getLanguage();
    this.sideBySide = IntStream.range(0, plants()).boxed().sorted(Comparator.comparing((Integer k) -> !takesPart(k))
        .thenComparing(k -> community.substations().indexOf(plantAt(k).substation()))).toList();
    for (Tariff.Band band : bands) {
      rows.put("FIX" + Given.plainly(band.toKw()), rows.size() + 1);
      rows.put("CAP" + Given.plainly(band.toKw()), rows.size() + 1);
    }
    List.of("REFERENCE", "K", "ARERA", "S", "S_GRANT", "RETAIL", "INVESTMENT", "OPERATION", "CO2").forEach(name -> rows.put(name, rows.size() + 1));
  }

  String say(String it, String en) {
    return say(new Localized(it, en));
  }

  String say(Localized text) {
    return text.in(language);
  }

  String parametersName() {
    return say("Parametri", "Parameters");
  }

  String hoursName() {
    return say("Ore", "Hours");
  }

  /** The row of a parameter on its sheet. */
  int row(String parameter) {
    return rows.get(parameter);
  }

  /** The cell of a parameter, as a formula names it. */
  String cell(String parameter) {
    return parametersName() + "!$B$" + (row(parameter) + 1);
  }

  /** All hours of a column, as a formula names them. */
  String column(int column) {
    return hoursName() + "!$" + letters(column) + "$2:$" + letters(column) + "$" + (community.year().hours() + 1);
  }

  /** @param which 0 injected, 1 withdrawn, 2 shared, 3 the part to which F does not apply */
  int area(String substation, int which) {
    return BAND + bands.size() + OF_AREA * community.substations().indexOf(substation) + which;
  }

  /** What a plant injects. */
  int injected(int inOrder) {
    return BAND + bands.size() + OF_AREA * community.substations().size() + sideBySide.indexOf(inOrder);
  }

  /** What of it is shared. */
  int shared(int inOrder) {
    return injected(inOrder) + plants();
  }

  /** Plants of an area that take part, oldest first. */
  List<Integer> plantsOf(String substation) {
    return sideBySide.stream().filter(k -> takesPart(k) && plantAt(k).substation().equals(substation)).toList();
  }

  int plants() {
    return balancing.order().length;
  }

  Plant plantAt(int inOrder) {
    return community.plants().get(balancing.order()[inOrder]);
  }

  Role roleAt(int inOrder) {
    return balancing.roleOf(balancing.order()[inOrder]);
  }

  String name(Role role) {
    return switch (role) {
      case INCENTIVISED -> say("incentivato", "incentivised");
      case CONTRIBUTION_ONLY -> say("solo contributo", "contribution only");
      case OUT -> say("escluso", "excluded");
    };
  }

  boolean takesPart(int inOrder) {
    return roleAt(inOrder) != Role.OUT;
  }

  static void heads(Worksheet sheet, String... titles) {
    for (int column = 0; column < titles.length; column++) {
      head(sheet, column, titles[column]);
    }
  }

  static void head(Worksheet sheet, int column, String title) {
    head(sheet, 0, column, title);
    sheet.width(column, Math.min(24, Math.max(12, title.length() + 2)));
  }

  static void head(Worksheet sheet, int row, int column, String title) {
    sheet.inlineString(row, column, title);
    sheet.style(row, column).bold().wrapText(true).set();
  }

  /** A for 0, AA for 26. */
  static String letters(int column) {
    return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
  }
}
