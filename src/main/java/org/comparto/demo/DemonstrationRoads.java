package org.comparto.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.comparto.demo.roads.OsmXml;
import org.comparto.demo.roads.Piece;
import org.comparto.demo.roads.RoadLine;
import org.comparto.demo.roads.RoadNetwork;
import org.comparto.demo.roads.Turn;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The road network of the demonstration: main roads drawn by hand (roads.yaml), and streets, lanes and access roads grown around them, so that
 * every zone and gateway is reached. A pure function of seeds and scale: two runs write the same bytes. Not official.
 */
public final class DemonstrationRoads {

  public static final String ATTRIBUTION = "Comparto demonstration, not official";
  /** Stated as the day of the data. */
  public static final LocalDate DATE = Draw.REFERENCE_DAY;

  private final int scale;
  private final Municipalities municipalities = new Municipalities();
  private final RoadPlaces places = new RoadPlaces(municipalities);
  private final List<Territory> territories = Territory.all();
  private final List<Zone> zones = new ArrayList<>();
  private final STRtree obstacles = new STRtree();

  private DemonstrationRoads(int scale) {
    this.scale = scale;
    List<Zone> drawn = ZoneSeeds.zones(territories, () -> 0);
    zones.addAll(drawn);
    if (scale > 1) {
      zones.addAll(FurtherZones.zones(scale, territories, FurtherZones.taken(LandUse.around(drawn, municipalities)), municipalities, () -> 0));
    }
    zones.forEach(zone -> obstruct(zone.area()));
    waters().forEach(this::obstruct);
    obstacles.build();
  }

  /**
   * Writes the network in OpenStreetMap XML.
   *
   * @param file ends with .osm, or with .osm.gz to be compressed
   * @param scale of the demonstration data that it has to reach, 1 or more
   */
  public static void write(Path file, int scale) throws IOException {
    OsmXml.write(network(scale), file, DATE.toString(), ATTRIBUTION);
  }

  static RoadNetwork network(int scale) {
    return new DemonstrationRoads(scale).build();
  }

  private RoadNetwork build() {
    List<Geometry> rivers = waters().stream().filter(water -> water.getDimension() == 1).toList();
    List<RoadLine> joined = new ArrayList<>(MainRoads.lines(places, rivers));
    Predicate<List<Coordinate>> free = this::free;
    joined.addAll(TownStreets.lines(municipalities, free));
    territories.forEach(territory -> joined.addAll(CountryLanes.lines(territory, scale, free)));
    List<RoadLine> access = access(new AccessRoads(joined.stream().filter(RoadTags::forEverybody).toList()));
    zones.forEach(zone -> joined.addAll(ZoneStreets.lines(zone, zone.seed().has("outline"))));
    joined.addAll(access);
    RoadNetwork network = new RoadNetwork();
    network.addJoined(Roundabouts.placed(joined));
    network.addApart(Motorways.lines(places));
    RoadPlaces.levelCrossings().forEach(at -> network.tag(at, Map.of("railway", "level_crossing")));
    turns(network);
    network.connect();
    return network;
  }

  private List<RoadLine> access(AccessRoads roads) {
    List<RoadLine> access = new ArrayList<>();
    for (Seed gateway : RoadPlaces.gateways()) {
      Coordinate at = SeedGeometry.of(gateway).getCoordinate();
      access.addAll(AccessRoads.line("accesso " + gateway.text("name"), roads.nearest(at, this::dry)));
    }
    for (Zone zone : zones) {
      List<AccessRoads.Link> links = new ArrayList<>();
      for (Coordinate corner : zone.area().getCoordinates()) {
        links.add(roads.nearest(corner, this::dry));
      }
      links.sort(Comparator.comparingDouble(AccessRoads.Link::metres));
      AccessRoads.Link first = links.get(0);
      access.addAll(AccessRoads.line("accesso " + zone.name(), first));
      links.stream().filter(link -> link.to().distance(first.to()) > 0.003).findFirst()
          .ifPresent(second -> access.addAll(AccessRoads.line("accesso " + zone.name(), second)));
    }
    return access;
  }

  private void turns(RoadNetwork network) {
    for (Seed seed : SeedFile.entries("roads.yaml", "turns")) {
      Coordinate via = SeedGeometry.of(seed).getCoordinate();
      List<Turn> turns = new ArrayList<>();
      for (Piece from : at(network, seed.text("from"), via)) {
        for (Piece to : at(network, seed.text("to"), via)) {
          if (Turn.kindOf(Turn.degrees(from, via, to)).equals(seed.text("restriction"))) {
            turns.add(new Turn(from, via, to, seed.text("restriction")));
          }
        }
      }
      if (turns.size() != 1) {
        throw new IllegalStateException("turn " + seed.code() + " of roads.yaml fits " + turns.size() + " turns");
      }
      network.forbid(turns.get(0));
    }
  }

  private static List<Piece> at(RoadNetwork network, String road, Coordinate via) {
    return network.pieces().stream().filter(piece -> piece.road().code().equals(road))
        .filter(piece -> piece.start().equals2D(via) || piece.end().equals2D(via)).toList();
  }

  private static List<Geometry> waters() {
    return SeedFile.features("thematic/background.yaml").stream()
        .filter(seed -> seed.text("background_kind").equals("water") || seed.text("background_kind").equals("river"))
        .map(SeedGeometry::of).toList();
  }

  private void obstruct(Geometry geometry) {
    obstacles.insert(geometry.getEnvelopeInternal(), geometry);
  }

  private boolean free(List<Coordinate> stretch) {
    return crossed(stretch).isEmpty();
  }

  /** Whether a stretch crosses no water; it may touch the zone that it leads to. */
  private boolean dry(List<Coordinate> stretch) {
    return crossed(stretch).stream().noneMatch(geometry -> geometry.getDimension() == 1);
  }

  private List<Geometry> crossed(List<Coordinate> stretch) {
    Geometry line = LocalFrame.DEGREES.createLineString(stretch.toArray(Coordinate[]::new));
    List<Geometry> crossed = new ArrayList<>();
    for (Object near : obstacles.query(line.getEnvelopeInternal())) {
      if (((Geometry) near).intersects(line)) {
        crossed.add((Geometry) near);
      }
    }
    return crossed;
  }
}
