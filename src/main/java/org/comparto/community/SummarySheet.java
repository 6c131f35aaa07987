package org.comparto.community;

import static org.comparto.community.WorkbookLayout.head;
import static org.comparto.community.WorkbookLayout.heads;

import java.io.IOException;
import org.comparto.community.Balance.Incentive;
import org.comparto.community.Balance.Totals;
import org.comparto.community.Community.Plant;
import org.comparto.community.Eligibility.Role;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet: plants with what falls to them, totals, incentives, payback, all of them formulas over hours and parameters. */
record SummarySheet(WorkbookLayout layout) {

  void write(Workbook workbook) throws IOException {
    Worksheet sheet = workbook.newWorksheet(layout.say("Bilancio", "Balance"));
    heads(sheet, layout.say("Impianto", "Plant"), "kW", layout.say("Ruolo", "Role"), layout.say("Area", "Area"), "F",
        layout.say("Immessa [kWh]", "Injected [kWh]"), layout.say("Condivisa [kWh]", "Shared [kWh]"), "TIP [EUR]");
    int count = layout.plants();
    for (int k = 0; k < count; k++) {
      plantRow(sheet, k);
    }
    int row = count + 2;
    head(sheet, row, 0, layout.say("Totali", "Totals"));
    row = totals(sheet, row + 1);
    head(sheet, row + 1, 0, layout.say("Incentivi e valori [EUR]", "Incentives and values [EUR]"));
    incentives(sheet, row + 2, count);
    sheet.width(0, 44);
    sheet.finish();
  }

  private void plantRow(Worksheet sheet, int k) {
    int row = k + 1;
    int line = row + 1;
    Plant plant = layout.plantAt(k);
    sheet.inlineString(row, 0, plant.name());
    sheet.value(row, 1, plant.kw());
    sheet.inlineString(row, 2, layout.name(layout.roleAt(k)));
    sheet.inlineString(row, 3, plant.substation());
    sheet.value(row, 4, Tariff.CURRENT.reduction(plant.grantShare()));
    sheet.formula(row, 5, "SUM(" + layout.column(layout.injected(k)) + ")");
    sheet.formula(row, 6, "SUM(" + layout.column(layout.shared(k)) + ")");
    if (layout.roleAt(k) != Role.INCENTIVISED) {
      sheet.value(row, 7, 0);
      return;
    }
    String shared = layout.column(layout.shared(k));
    String waived = layout.column(layout.area(plant.substation(), 3));
    String premium = layout.column(WorkbookLayout.BAND + layout.bands.indexOf(Tariff.CURRENT.band(plant.kw())));
    String geographic = plant.isPv() ? layout.cell("K") : "0";
    sheet.formula(row, 7, "((1-E" + line + ")*(SUMPRODUCT(" + shared + "," + premium + ")+" + geographic + "*G" + line + ")+E" + line
        + "*(SUMPRODUCT(" + shared + "," + premium
        + "," + waived + ")+" + geographic + "*SUMPRODUCT(" + shared + "," + waived + ")))/1000");
  }

  /** @return the row behind them */
  private int totals(Worksheet sheet, int row) {
    Totals totals = layout.balance.totals();
    StringBuilder injected = new StringBuilder("0");
    StringBuilder withdrawn = new StringBuilder("0");
    StringBuilder shared = new StringBuilder("0");
    for (String substation : layout.community.substations()) {
      injected.append("+SUM(").append(layout.column(layout.area(substation, 0))).append(')');
      withdrawn.append("+SUM(").append(layout.column(layout.area(substation, 1))).append(')');
      shared.append("+SUM(").append(layout.column(layout.area(substation, 2))).append(')');
    }
    value(sheet, row, layout.say("Prodotta [kWh]", "Produced [kWh]"), totals.productionKwh());
    value(sheet, row + 1, layout.say("Autoconsumata [kWh]", "Used behind the own meter [kWh]"), totals.selfConsumedKwh());
    formula(sheet, row + 2, layout.say("Immessa [kWh]", "Injected [kWh]"), injected.toString());
    formula(sheet, row + 3, layout.say("Prelevata [kWh]", "Withdrawn [kWh]"), withdrawn.toString());
    formula(sheet, row + 4, layout.say("Condivisa [kWh]", "Shared [kWh]"), shared.toString());
    formula(sheet, row + 5, layout.say("Condivisa su immessa", "Shared of injected"), "IF(B" + (row + 3) + ">0,B" + (row + 5) + "/B" + (row + 3) + ",0)");
    formula(sheet, row + 6, "CO2 [kg]", "B" + (row + 1) + "*" + layout.cell("CO2"));
    return row + 7;
  }

  private void incentives(Worksheet sheet, int row, int count) {
    int produced = count + 4; // the line of the first total
    formula(sheet, row, title("tip"), "SUM(H2:H" + (count + 1) + ")");
    formula(sheet, row + 1, title("arera"), "B" + (produced + 4) + "*" + layout.cell("ARERA") + "/1000");
    formula(sheet, row + 2, title("sale"), sale());
    formula(sheet, row + 3, title("self_consumption"), "B" + (produced + 1) + "*" + layout.cell("RETAIL") + "/1000");
    formula(sheet, row + 4, title("threshold_excess"), threshold());
    formula(sheet, row + 5, layout.say("Entrate [EUR/anno]", "Income [EUR/year]"), "SUM(B" + (row + 1) + ":B" + (row + 4) + ")");
    formula(sheet, row + 6, layout.say("Investimento [EUR]", "Investment [EUR]"), sumOfKw(Role.INCENTIVISED) + "*" + layout.cell("INVESTMENT"));
    value(sheet, row + 7, layout.say("Contributo in conto capitale [EUR]", "Capital grant [EUR]"), layout.balance.economics().grantEur());
    formula(sheet, row + 8, layout.say("Esercizio [EUR/anno]", "Operation [EUR/year]"), "(" + sumOfKw(Role.INCENTIVISED) + "+"
        + sumOfKw(Role.CONTRIBUTION_ONLY) + ")*" + layout.cell("OPERATION"));
    formula(sheet, row + 9, layout.say("Tempo di ritorno [anni]", "Payback [years]"), "IF(B" + (row + 6) + ">B" + (row + 9) + ",(B" + (row
        + 7) + "-B" + (row + 8) + ")/(B" + (row + 6) + "-B"
        + (row + 9) + "),\"–\")");
  }

  private String title(String incentive) {
    return layout.balance.incentives().stream().filter(line -> line.id().equals(incentive)).map(Incentive::title).findFirst().orElseThrow();
  }

  private String sale() {
    StringBuilder sum = new StringBuilder("(0");
    for (String substation : layout.community.substations()) {
      sum.append("+SUMPRODUCT(").append(layout.column(layout.area(substation, 0))).append(',').append(layout.column(WorkbookLayout.PRICE)).append(')');
    }
    return sum.append(")/1000").toString();
  }

  private String sumOfKw(Role role) {
    return "SUMIF(C2:C" + (layout.plants() + 1) + ",\"" + layout.name(role) + "\",B2:B" + (layout.plants() + 1) + ")";
  }

  private String threshold() {
    StringBuilder sum = new StringBuilder("0");
    for (String substation : layout.community.substations()) {
      StringBuilder shared = new StringBuilder("(0");
      StringBuilder injected = new StringBuilder("(0");
      StringBuilder premium = new StringBuilder("(0");
      boolean grant = false;
      for (int k = 0; k < layout.plants(); k++) {
        if (layout.roleAt(k) == Role.INCENTIVISED && layout.plantAt(k).substation().equals(substation)) {
          shared.append("+G").append(k + 2);
          injected.append("+F").append(k + 2);
          premium.append("+H").append(k + 2);
          grant |= layout.plantAt(k).grantShare() > 0;
        }
      }
      String e = shared + ")";
      sum.append("+IF(").append(e).append(">0,MAX(0,").append(e).append('-').append(layout.cell(grant ? "S_GRANT" : "S")).append('*')
          .append(injected).append("))*").append(premium)
          .append(")/").append(e).append(",0)");
    }
    return sum.toString();
  }

  private static void value(Worksheet sheet, int row, String title, double value) {
    sheet.inlineString(row, 0, title);
    sheet.value(row, 1, value);
  }

  private static void formula(Worksheet sheet, int row, String title, String formula) {
    sheet.inlineString(row, 0, title);
    sheet.formula(row, 1, formula);
  }
}
