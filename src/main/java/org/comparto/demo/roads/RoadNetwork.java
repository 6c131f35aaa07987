package org.comparto.demo.roads;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/** Roads joined to a network: pieces that meet where they share a point. Everything comes in the order in which it was drawn. */
public final class RoadNetwork {

  /** OpenStreetMap keeps seven decimals of a degree, about a centimetre. */
  public static final PrecisionModel DEGREES = new PrecisionModel(1e7);

  private final List<Piece> pieces = new ArrayList<>();
  private final List<Turn> turns = new ArrayList<>();
  private final Map<Coordinate, Map<String, String>> tagged = new HashMap<>();

  /** Adds roads that are joined with each other wherever they touch or cross. */
  public void addJoined(Collection<RoadLine> roads) {
    pieces.addAll(join(roads, DEGREES));
  }

  /** Adds roads that meet others only where both have the very same point. */
  public void addApart(Collection<RoadLine> roads) {
    roads.forEach(road -> pieces.add(new Piece(road, road.points())));
  }

  /** Tags of the node at a point; without effect if no road has the point. */
  public void tag(Coordinate at, Map<String, String> tags) {
    tagged.put(at, tags);
  }

  /** Gives some pieces further tags, such as signs; null leaves a piece as it is. Before any turn is forbidden. */
  public void sign(Function<Piece, @Nullable Map<String, String>> signs) {
    pieces.replaceAll(piece -> {
      Map<String, String> more = signs.apply(piece);
      return more == null ? piece : new Piece(piece.road().with("", piece.road().points(), more), piece.points());
    });
  }

  public void forbid(Turn turn) {
    turns.add(turn);
  }

  /** Leaves only what hangs together, the largest part of it, and opens one-way streets that would lead into a trap. */
  public void connect() {
    Connection connection = new Connection(pieces);
    pieces.removeIf(piece -> !connection.inLargestPart(piece));
    connection.trapping(pieces).forEach(Piece::openBothWays);
    Set<Piece> left = new HashSet<>(pieces);
    turns.removeIf(turn -> !left.contains(turn.from()) || !left.contains(turn.to()));
  }

  public List<Piece> pieces() {
    return pieces;
  }

  List<Turn> turns() {
    return turns;
  }

  Map<Coordinate, Map<String, String>> tagged() {
    return tagged;
  }

  /** Cuts lines where they touch or cross; of two pieces with the same course the first stays. */
  public static List<Piece> join(Collection<RoadLine> roads, PrecisionModel precision) {
    List<SegmentString> strings = new ArrayList<>();
    for (RoadLine road : roads) {
      strings.add(new NodedSegmentString(road.points().toArray(Coordinate[]::new), road));
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(precision);
    noder.computeNodes(strings);
    Set<List<Coordinate>> known = new HashSet<>();
    List<Piece> joined = new ArrayList<>();
    for (Object cut : noder.getNodedSubstrings()) {
      SegmentString string = (SegmentString) cut;
      Coordinate[] points = CoordinateArrays.removeRepeatedPoints(string.getCoordinates());
      if (points.length > 1 && known.add(undirected(points))) {
        joined.add(new Piece((RoadLine) string.getData(), List.of(points)));
      }
    }
    return joined;
  }

  private static List<Coordinate> undirected(Coordinate[] points) {
    if (points[0].compareTo(points[points.length - 1]) <= 0) {
      return List.of(points);
    }
    Coordinate[] back = points.clone();
    CoordinateArrays.reverse(back);
    return List.of(back);
  }
}
