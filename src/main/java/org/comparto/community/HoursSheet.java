package org.comparto.community;

import static org.comparto.community.WorkbookLayout.BAND;
import static org.comparto.community.WorkbookLayout.PRICE;
import static org.comparto.community.WorkbookLayout.head;
import static org.comparto.community.WorkbookLayout.letters;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheet of hours: prices, what is injected and withdrawn as values; the tariff, what is shared and how it falls to plants as formulas. */
record HoursSheet(WorkbookLayout layout) {

  /** Rows are written out as they come: a million cells are not kept. */
  private static final int FLUSH = 500;

  void write(Workbook workbook) throws IOException {
    Worksheet sheet = workbook.newWorksheet(layout.hoursName());
    sheet.freezePane(1, 1);
    heads(sheet);
    for (int h = 0; h < layout.community.year().hours(); h++) {
      hour(sheet, h);
      if (h % FLUSH == FLUSH - 1) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  private void heads(Worksheet sheet) {
    head(sheet, 0, layout.say("Ora (Roma)", "Hour (Rome)"));
    head(sheet, PRICE, "Pz [EUR/MWh]");
    String reference = Given.plainly(Tariff.CURRENT.tariff().referencePrice());
    for (int b = 0; b < layout.bands.size(); b++) {
      head(sheet, BAND + b, "min(CAP, FIX + max(0, " + reference + " − Pz)) ≤ " + Given.plainly(layout.bands.get(b).toKw()) + " kW");
    }
    for (String substation : layout.community.substations()) {
      head(sheet, layout.area(substation, 0), substation + layout.say(": immessa [kWh]", ": injected [kWh]"));
      head(sheet, layout.area(substation, 1), substation + layout.say(": prelevata [kWh]", ": withdrawn [kWh]"));
      head(sheet, layout.area(substation, 2), substation + layout.say(": condivisa [kWh]", ": shared [kWh]"));
      head(sheet, layout.area(substation, 3), substation + layout.say(": quota senza F", ": part without F"));
    }
    for (int k = 0; k < layout.plants(); k++) {
      head(sheet, layout.injected(k), layout.plantAt(k).name() + layout.say(": immessa [kWh]", ": injected [kWh]"));
      head(sheet, layout.shared(k), layout.plantAt(k).name() + layout.say(": condivisa [kWh]", ": shared [kWh]"));
    }
  }

  private void hour(Worksheet sheet, int h) {
    int row = h + 1;
    int line = row + 1;
    sheet.inlineString(row, 0, layout.community.year().begin(h).toString());
    sheet.value(row, PRICE, layout.community.price()[h]);
    for (int b = 0; b < layout.bands.size(); b++) {
      String to = Given.plainly(layout.bands.get(b).toKw());
      sheet.formula(row, BAND + b, "MIN(%s,%s+MAX(0,%s-%s))".formatted(layout.cell("CAP" + to), layout.cell("FIX" + to),
          layout.cell("REFERENCE"), at(PRICE, line)));
    }
    for (int a = 0; a < layout.community.substations().size(); a++) {
      area(sheet, h, layout.community.substations().get(a), layout.balancing.flows().areas().get(a));
    }
    for (int k = 0; k < layout.plants(); k++) {
      sheet.value(row, layout.injected(k), layout.balancing.flows().plants().get(k).injected()[h]);
      if (!layout.takesPart(k)) {
        sheet.value(row, layout.shared(k), 0);
      }
    }
  }

  private void area(Worksheet sheet, int h, String substation, Flows.OfArea flow) {
    int row = h + 1;
    int line = row + 1;
    List<Integer> plants = layout.plantsOf(substation);
    int injected = layout.area(substation, 0);
    int shared = layout.area(substation, 2);
    if (plants.isEmpty()) {
      sheet.value(row, injected, 0);
    } else {
      sheet.formula(row, injected, "SUM(" + at(layout.injected(plants.get(0)), line) + ":" + at(layout.injected(plants.get(plants.size() - 1)), line) + ")");
    }
    sheet.value(row, layout.area(substation, 1), flow.withdrawn()[h]);
    sheet.formula(row, shared, "MIN(" + at(injected, line) + "," + at(layout.area(substation, 1), line) + ")");
    sheet.value(row, layout.area(substation, 3), flow.waived()[h]);
    for (int i = 0; i < plants.size(); i++) {
      // what older plants have left
      String older = i == 0 ? "" : "-SUM(" + at(layout.shared(plants.get(0)), line) + ":" + at(layout.shared(plants.get(i - 1)), line) + ")";
      sheet.formula(row, layout.shared(plants.get(i)), "MAX(0,MIN(" + at(shared, line) + older + "," + at(layout.injected(plants.get(i)), line) + "))");
    }
  }

  private static String at(int column, int line) {
    return letters(column) + line;
  }
}
