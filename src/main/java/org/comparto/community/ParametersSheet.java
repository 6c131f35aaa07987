package org.comparto.community;

import java.io.IOException;
import org.comparto.potential.Parameter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The sheet of figures that may be changed; all formulas of the workbook look here. */
record ParametersSheet(WorkbookLayout layout) {

  void write(Workbook workbook) throws IOException {
    Worksheet sheet = workbook.newWorksheet(layout.parametersName());
    WorkbookLayout.heads(sheet, layout.say("Parametro (modificabile)", "Parameter (may be changed)"), layout.say("Valore", "Value"),
        layout.say("Unità", "Unit"), layout.say("Fonte", "Source"));
    String tariff = layout.say(Tariff.CURRENT.tariff().citation());
    for (Tariff.Band band : layout.bands) {
      String to = Given.plainly(band.toKw());
      row(sheet, "FIX" + to, "FIX ≤ " + to + " kW", band.fix(), "EUR/MWh", tariff);
      row(sheet, "CAP" + to, "CAP ≤ " + to + " kW", band.cap(), "EUR/MWh", tariff);
    }
    row(sheet, "REFERENCE", layout.say("Prezzo di riferimento", "Reference price"), Tariff.CURRENT.tariff().referencePrice(), "EUR/MWh", tariff);
    row(sheet, "K", "K_geo", layout.balancing.geographic(), "EUR/MWh", layout.say(Tariff.CURRENT.geographic().citation()));
    row(sheet, "ARERA", layout.say("Contributo ARERA", "ARERA contribution"), layout.community.parameters().arera(layout.community.year().year()));
    row(sheet, "S", layout.say("Soglia s", "Threshold s"), Tariff.CURRENT.threshold().share(), "1", layout.say(Tariff.CURRENT.threshold().citation()));
    row(sheet, "S_GRANT", layout.say("Soglia s con contributo", "Threshold s with a grant"), Tariff.CURRENT.threshold().shareWithGrant(),
        "1", layout.say(Tariff.CURRENT.threshold().citation()));
    row(sheet, "RETAIL", layout.say("Prezzo dell'energia non comprata", "Price of energy not bought"), layout.community.parameters().get("retailEurPerMwh"));
    row(sheet, "INVESTMENT", layout.say("Investimento", "Investment"), layout.community.parameters().get("investmentEurPerKw"));
    row(sheet, "OPERATION", layout.say("Esercizio", "Operation"), layout.community.parameters().get("operationEurPerKw"));
    row(sheet, "CO2", "CO2", layout.community.parameters().get("co2KgPerKwh"));
    sheet.width(0, 36);
    sheet.width(3, 100);
    sheet.finish();
  }

  private void row(Worksheet sheet, String name, String title, Parameter parameter) {
    row(sheet, name, title, parameter.value(), parameter.unit(), parameter.source());
  }

  private void row(Worksheet sheet, String name, String title, double value, String unit, String source) {
    int row = layout.row(name);
    sheet.inlineString(row, 0, title);
    sheet.value(row, 1, value);
    sheet.inlineString(row, 2, unit);
    sheet.inlineString(row, 3, source);
  }
}
