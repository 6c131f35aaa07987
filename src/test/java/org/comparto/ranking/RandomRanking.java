package org.comparto.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up ranking: a few plots with gaps in what is known, ties, and criteria of every kind. */
record RandomRanking(long[] ids, List<Criterion> criteria, double[][] values) {

  static RandomRanking of(long seed) {
    Random random = new Random(seed);
    int plots = 1 + random.nextInt(60);
    int count = 1 + random.nextInt(8);
    long[] ids = new long[plots];
    for (int i = 0; i < plots; i++) {
      ids[i] = 1_000 + 3L * i;
    }
    List<Criterion> criteria = new ArrayList<>();
    double[][] values = new double[count][plots];
    for (int k = 0; k < count; k++) {
      int steps = random.nextBoolean() ? 3 : 1_000; // few steps give ties
      for (int i = 0; i < plots; i++) {
        values[k][i] = random.nextInt(6) == 0 ? Double.NaN : random.nextInt(steps) * 0.5 - 20;
      }
      criteria.add(criterion(k, random, steps));
    }
    return new RandomRanking(ids, criteria, values);
  }

  Ranking ranking() {
    return Ranking.of(ids, criteria, values);
  }

  /** The same with another weight of one criterion. */
  RandomRanking with(int criterion, double weight) {
    List<Criterion> changed = new ArrayList<>(criteria);
    Criterion c = changed.get(criterion);
    changed.set(criterion, new Criterion(c.attribute(), c.direction(), c.shape(), weight, c.worst(), c.best(), c.knockOut(), c.needsValue()));
    return new RandomRanking(ids, changed, values);
  }

  private static Criterion criterion(int k, Random random, int steps) {
    Direction direction = random.nextBoolean() ? Direction.MAX : Direction.MIN;
    double low = -20 + random.nextInt(steps) * 0.1;
    double high = low + random.nextInt(4) * steps * 0.15;
    boolean more = direction == Direction.MAX;
    boolean required = random.nextInt(6) == 0;
    return new Criterion("a" + k, direction, random.nextInt(4) == 0 ? Shape.THRESHOLD : Shape.LINEAR, k == 0 ? 1 + random.nextInt(100) : random.nextInt(101),
        more ? low : high, more ? high : low, required && random.nextBoolean() ? more ? low : high : Double.NaN, required);
  }
}
