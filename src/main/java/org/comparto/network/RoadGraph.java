package org.comparto.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.comparto.path.Landmarks;
import org.comparto.path.Network;
import org.comparto.path.Place;
import org.comparto.path.Shapes;
import org.comparto.path.Travel;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/**
 * The roads of one import, with the missing links known at a time. Edges below {@link #roads()} are roads of OpenStreetMap, those behind are
 * links. All coordinates are EPSG:4326, lon before lat. Immutable but for what it keeps ready; whoever answers holds one to the end.
 */
public final class RoadGraph {

  /**
   * Which roads these are, as every answer says.
   *
   * @param version changes with every import
   * @param date of the data, else of their import
   * @param source whom to name wherever the answer is shown
   * @param demonstration made by us, not official
   */
  public record About(String version, Instant date, String source, boolean demonstration) {}

  private static final int LANDMARKS = 8;
  /** Half of the processors go on answering while landmarks are computed. */
  private static final Executor BACKGROUND = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), work -> {
    Thread thread = new Thread(work, "road-landmarks");
    thread.setDaemon(true);
    return thread;
  });
  /** Junctions below which landmarks take no time worth mentioning. */
  private static final int SMALL = 50_000;

  private record Asked(Profile profile, Vehicle vehicle, Conditions conditions) {}

  private final RoadGraphRow row;
  private final About about;
  private final RoadStore store;
  private final JoinedLinks links;
  private final List<Link> missing;
  private final Snapping snapping;
  private final Travels travels;
  private final double snapMetres;
  private final Map<Profile, CompletableFuture<Landmarks>> landmarks = new ConcurrentHashMap<>();
  private final Map<Profile, Travel> ideals = new ConcurrentHashMap<>();
  private final Cache<Asked, Travel> made;

  RoadGraph(RoadGraphRow row, RoadStore store, List<Link> missing, double snapMetres) {
    this.row = row;
    this.about = row.about();
    this.store = store;
    this.missing = List.copyOf(missing);
    this.links = new JoinedLinks(store, missing);
    this.snapping = new Snapping(store);
    this.travels = new Travels(store, links);
    this.snapMetres = snapMetres;
    long bytes = 8L * links.network().arcs();
    this.made = Caffeine.newBuilder().maximumWeight(Math.max(Runtime.getRuntime().maxMemory() / 6, bytes * Profile.values().length))
        .weigher((Asked asked, Travel travel) -> (int) Math.min(bytes, Integer.MAX_VALUE)).build();
  }

  /** The same roads with other missing links. */
  RoadGraph with(List<Link> others) {
    return others.equals(missing) ? this : new RoadGraph(row, store, others, snapMetres);
  }

  public About about() {
    return about;
  }

  public String version() {
    return about.version();
  }

  public Instant date() {
    return about.date();
  }

  public Network network() {
    return links.network();
  }

  /** How many of the network's edges are roads; the missing links come behind. */
  public int roads() {
    return store.graph.getEdges();
  }

  /** How far from a road a point may be. */
  public double snapMetres() {
    return snapMetres;
  }

  /** The nearest place of a road that can be driven in {@code travel} in one direction at least; null if none is near enough. */
  public @Nullable Snapped snap(double lon, double lat, Travel travel) {
    return snapping.snap(lon, lat, edge -> travel.isOpen(2 * edge) || travel.isOpen(2 * edge + 1), snapMetres);
  }

  /**
   * The places where somebody is at {@code place}: itself, first, and the same on the doubles that GraphHopper makes of an edge to keep
   * turn restrictions over several ways. Whoever arrives at any of them has arrived.
   */
  public List<Place> same(Place place) {
    if (place.edge() >= roads()) {
      return List.of(place);
    }
    return java.util.stream.Stream.concat(java.util.stream.Stream.of(place), store.doubles(place.edge()).stream()
        .filter(edge -> edge != place.edge()).map(edge -> new Place(edge, place.fraction()))).toList();
  }

  /** All roads within some metres of a geometry, the nearest first. */
  public List<Nearby> near(Geometry geometry, double metres) {
    return snapping.near(geometry, metres);
  }

  /** The course of an edge from its first junction to its second. */
  public LineString shape(int edge) {
    return edge < roads() ? store.line(edge) : links.line(edge);
  }

  /** The part of an edge between two fractions of its length; turned round if the second is the smaller. */
  public LineString shape(int edge, double from, double to) {
    return new Shape(shape(edge)).part(from, to);
  }

  /** Where a place lies. */
  public Coordinate at(Place place) {
    return new Shape(shape(place.edge())).at(place.fraction());
  }

  /** The street's name; empty if it has none. */
  public String name(int edge) {
    return edge < roads() ? store.name(edge) : links.name(edge);
  }

  /** The number of the way in OpenStreetMap; 0 if it is not known. */
  public long osmWay(int edge) {
    return edge < roads() ? store.way(edge) : 0;
  }

  /** What OpenStreetMap says about the size of vehicles. */
  public Limits limits(int edge) {
    return edge < roads() ? store.limits(edge) : Limits.NONE;
  }

  /** The arcs that a missing link opens, by the id of its bottleneck; empty if the graph has no such link, or no road near its ends. */
  public int[] linkArcs(long bottleneck) {
    return links.arcs(bottleneck);
  }

  /** The vehicle that is meant: what is not said of it is the profile's. */
  public static Vehicle vehicle(Profile profile, Vehicle said) {
    return said.or(ProfileModel.of(profile).vehicle());
  }

  /** As OpenStreetMap's signs and the register had no limits for anybody; access and one-way streets hold. */
  public Travel unlimited(Profile profile) {
    return made.get(new Asked(profile, Vehicle.DEFAULT, Conditions.NONE), key -> travels.of(key.profile(), key.vehicle(), key.conditions()));
  }

  /** Kept ready for a while, so that asking again costs nothing. */
  public Travel travel(Profile profile, Vehicle vehicle, Conditions conditions) {
    Asked asked = new Asked(profile, vehicle(profile, vehicle), conditions);
    return made.get(asked, key -> travels.of(key.profile(), key.vehicle(), key.conditions()));
  }

  /** Nothing in the way, no vehicle too large, every missing link there: never slower than any other travel of the profile. */
  public Travel ideal(Profile profile) {
    return ideals.computeIfAbsent(profile, travels::ideal);
  }

  /**
   * What keeps searches for one way narrow; null as long as it is being computed, which the first who asks begins. On a small graph nobody
   * has to wait.
   */
  public @Nullable Landmarks landmarks(Profile profile) {
    if (network().nodes() < SMALL) {
      return landmarks.computeIfAbsent(profile, key -> CompletableFuture.completedFuture(Landmarks.of(ideal(key), LANDMARKS))).join();
    }
    return landmarks.computeIfAbsent(profile, key -> CompletableFuture.supplyAsync(() -> Landmarks.of(ideal(key), LANDMARKS), BACKGROUND)).getNow(null);
  }

  /** Computes what the first question of every profile would wait for. */
  void prepare() {
    for (Profile profile : Profile.values()) {
      travel(profile, Vehicle.DEFAULT, Conditions.NONE);
      landmarks(profile);
    }
  }

  /** The courses of all edges, as isochrones want them. */
  public Shapes shapes() {
    return edge -> {
      if (edge < roads()) {
        return store.flat(edge);
      }
      Coordinate[] corners = shape(edge).getCoordinates();
      double[] flat = new double[2 * corners.length];
      for (int i = 0; i < corners.length; i++) {
        flat[2 * i] = corners[i].x;
        flat[2 * i + 1] = corners[i].y;
      }
      return flat;
    };
  }

  RoadGraphRow row() {
    return row;
  }

  RoadStore store() {
    return store;
  }
}
