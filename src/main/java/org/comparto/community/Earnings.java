package org.comparto.community;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.community.Balance.Economics;
import org.comparto.community.Balance.Totals;
import org.comparto.community.Community.Plant;
import org.comparto.community.Eligibility.Role;

/** What is to be spent, what comes back, and the CO2 that is avoided; existing plants are paid for already. */
record Earnings(Balancing balancing) {

  static final Map<String, String> FORMULAS = new LinkedHashMap<>();

  static {
    FORMULAS.put("investmentEur", "Σ kw · investmentEurPerKw");
    FORMULAS.put("grantEur", "Σ kw · grantShare · min(investmentEurPerKw, grantCapEurPerKw)");
    FORMULAS.put("incomeEur", "tip + arera + sale + self_consumption");
    FORMULAS.put("operationEur", "Σ kw · operationEurPerKw");
    FORMULAS.put("paybackYears", "(investmentEur − grantEur) / (incomeEur − operationEur)");
    FORMULAS.put("co2Kg", "productionKwh · co2KgPerKwh");
  }

  Economics of(Totals totals, Incentives incentives) {
    Community community = balancing.community();
    Parameters parameters = community.parameters();
    double perKw = parameters.value("investmentEurPerKw");
    double area = 0;
    double power = 0;
    double investment = 0;
    double grant = 0;
    for (int i = 0; i < community.plants().size(); i++) {
      Plant plant = community.plants().get(i);
      if (balancing.roleOf(i) == Role.OUT) {
        continue;
      }
      power += plant.kw();
      area += plant.given().areaM2() == null ? 0 : plant.given().areaM2();
      if (balancing.roleOf(i) == Role.INCENTIVISED) {
        investment += plant.kw() * perKw;
        grant += plant.kw() * plant.grantShare() * Math.min(perKw, Grants.ALL.grants().get(0).cap(plant.kw()));
      }
    }
    double income = incentives.income(totals);
    double operation = power * parameters.value("operationEurPerKw");
    return new Economics(area, power, investment, grant, income, operation, income > operation ? (investment - grant) / (income - operation) : null,
        totals.productionKwh() * parameters.value("co2KgPerKwh"), FORMULAS,
        List.of(parameters.get("investmentEurPerKw"), parameters.get("operationEurPerKw"), parameters.get("retailEurPerMwh"), parameters.get("co2KgPerKwh"),
            parameters.get("planningFactor"), parameters.get("diffuseShare")));
  }
}
