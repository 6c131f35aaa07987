package org.comparto.community;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where energy goes in each hour of a year, in kWh. Behind a meter production first serves the load; what is left over is injected, what is missing is
 * withdrawn. Under each primary substation the smaller of both sums is shared, E_auto(c,h) = min(Σ injected, Σ withdrawn), and counts for the
 * plants in the order in which they are given: oldest commissioning first.
 *
 * @param plants in the order given
 * @param areas in the order of their numbers
 */
record Flows(List<OfPlant> plants, List<OfArea> areas) {

  /**
   * A producing plant.
   *
   * @param meter number of the meter it stands behind; −1 for none
   * @param takesPart whether what it injects can be shared
   */
  record Plant(int area, int meter, boolean takesPart, double[] production) {}

  /**
   * A meter with its load.
   *
   * @param takesPart whether what it withdraws can be shared
   * @param waived whether a grant's reduction does not apply to what is shared with it
   */
  record Meter(int area, boolean takesPart, boolean waived, double[] load) {}

  record OfPlant(double[] production, double[] selfConsumed, double[] injected, double[] shared) {}

  /** @param waived part of each hour's withdrawal to which a grant's reduction does not apply, 0 to 1 */
  record OfArea(double[] injected, double[] withdrawn, double[] shared, double[] waived) {}

  static Flows of(int hours, int areas, List<Plant> plants, List<Meter> meters) {
    List<OfPlant> ofPlants = plants.stream().map(plant -> new OfPlant(plant.production(), new double[hours], plant.production().clone(),
        new double[hours])).toList();
    double[][] withdrawn = new double[areas][hours];
    double[][] waived = new double[areas][hours];
    for (int m = 0; m < meters.size(); m++) {
      Meter meter = meters.get(m);
      double[] load = behind(m, meter, plants, ofPlants, hours);
      if (meter.takesPart()) {
        add(withdrawn[meter.area()], load);
        if (meter.waived()) {
          add(waived[meter.area()], load);
        }
      }
    }
    double[][] injected = new double[areas][hours];
    for (int p = 0; p < plants.size(); p++) {
      if (plants.get(p).takesPart()) {
        add(injected[plants.get(p).area()], ofPlants.get(p).injected());
      }
    }
    double[][] shared = new double[areas][hours];
    for (int a = 0; a < areas; a++) {
      for (int h = 0; h < hours; h++) {
        shared[a][h] = Math.min(injected[a][h], withdrawn[a][h]);
        waived[a][h] = withdrawn[a][h] > 0 ? waived[a][h] / withdrawn[a][h] : 0;
      }
    }
    split(plants, ofPlants, shared, hours);
    return new Flows(ofPlants, IntStream.range(0, areas).mapToObj(a -> new OfArea(injected[a], withdrawn[a], shared[a], waived[a])).toList());
  }

  /** What the meter still withdraws; its plants keep what the load did not take, each the same part of its own. */
  private static double[] behind(int number, Meter meter, List<Plant> plants, List<OfPlant> flows, int hours) {
    int[] own = IntStream.range(0, plants.size()).filter(p -> plants.get(p).meter() == number).toArray();
    if (own.length == 0) {
      return meter.load();
    }
    double[] left = new double[hours];
    for (int h = 0; h < hours; h++) {
      double produced = 0;
      for (int p : own) {
        produced += flows.get(p).production()[h];
      }
      double used = Math.min(produced, meter.load()[h]);
      left[h] = meter.load()[h] - used;
      for (int p : own) {
        OfPlant flow = flows.get(p);
        flow.selfConsumed()[h] = produced > 0 ? flow.production()[h] * (used / produced) : 0;
        flow.injected()[h] = Math.max(0, flow.production()[h] - flow.selfConsumed()[h]);
      }
    }
    return left;
  }

  private static void split(List<Plant> plants, List<OfPlant> flows, double[][] shared, int hours) {
    double[][] left = new double[shared.length][];
    for (int a = 0; a < shared.length; a++) {
      left[a] = shared[a].clone();
    }
    for (int p = 0; p < plants.size(); p++) {
      if (plants.get(p).takesPart()) {
        double[] rest = left[plants.get(p).area()];
        OfPlant flow = flows.get(p);
        for (int h = 0; h < hours; h++) {
          double part = Math.min(rest[h], flow.injected()[h]);
          flow.shared()[h] = part;
          rest[h] -= part;
        }
      }
    }
  }

  private static void add(double[] sum, double[] values) {
    for (int h = 0; h < sum.length; h++) {
      sum[h] += values[h];
    }
  }
}
