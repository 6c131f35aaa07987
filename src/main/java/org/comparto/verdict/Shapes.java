package org.comparto.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shapes that divide an area: features united, each grown by a distance. What several rules, technologies or dates need is there once. */
final class Shapes {

  /** Ids of features, in their order, and metres. */
  private record Shape(List<Long> features, double metres) {}

  static final int NONE = -1;

  private final Map<Shape, Integer> numbers = new LinkedHashMap<>();

  /** The number by which a shape is known; {@link #NONE} if it has no features. */
  int number(List<Long> features, double metres) {
    return features.isEmpty() ? NONE : numbers.computeIfAbsent(new Shape(features, metres), shape -> numbers.size());
  }

  /** The members of all shapes, one row for each: the shape's number, the feature's id, and how far it is grown. */
  record Members(Integer[] shapes, Long[] features, Double[] metres) {}

  Members members() {
    List<Integer> shapes = new ArrayList<>();
    List<Long> features = new ArrayList<>();
    List<Double> metres = new ArrayList<>();
    numbers.forEach((shape, number) -> shape.features().forEach(feature -> {
      shapes.add(number);
      features.add(feature);
      metres.add(shape.metres());
    }));
    return new Members(shapes.toArray(Integer[]::new), features.toArray(Long[]::new), metres.toArray(Double[]::new));
  }
}
