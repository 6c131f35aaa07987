package org.comparto.path;

import java.util.Arrays;

/** A part of an edge; its course is cut by length as it is on the ground. */
final class Stretch {

  /** Is told about parts of edges. */
  interface Sink {

    /** Fractions of the edge's length from its first junction, the first below the second. */
    void stretch(int edge, double from, double to);
  }

  private Stretch() {}

  /** @param course longitude, latitude, longitude, latitude … */
  static double[] cut(double[] course, double from, double to) {
    if (from <= 0 && to >= 1) {
      return course;
    }
    int points = course.length / 2;
    double[] reached = new double[points];
    double narrowing = Math.cos(Math.toRadians(course[1]));
    for (int i = 1; i < points; i++) {
      reached[i] = reached[i - 1]
          + Math.hypot((course[2 * i] - course[2 * i - 2]) * narrowing, course[2 * i + 1] - course[2 * i - 1]);
    }
    double begin = from * reached[points - 1];
    double end = to * reached[points - 1];
    double[] part = new double[course.length + 4];
    int size = point(course, reached, begin, part, 0);
    for (int i = 0; i < points; i++) {
      if (reached[i] > begin && reached[i] < end) {
        part[size++] = course[2 * i];
        part[size++] = course[2 * i + 1];
      }
    }
    return Arrays.copyOf(part, point(course, reached, end, part, size));
  }

  private static int point(double[] course, double[] reached, double at, double[] part, int size) {
    int i = 1;
    while (i < reached.length - 1 && reached[i] < at) {
      i++;
    }
    double length = reached[i] - reached[i - 1];
    double share = length == 0 ? 0 : Math.min(1, (at - reached[i - 1]) / length);
    part[size] = course[2 * i - 2] + share * (course[2 * i] - course[2 * i - 2]);
    part[size + 1] = course[2 * i - 1] + share * (course[2 * i + 1] - course[2 * i - 1]);
    return size + 2;
  }
}
