package org.comparto.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.database.Sql;
import org.comparto.layer.Revisions;
import org.comparto.network.Conditions;
import org.comparto.network.Profile;
import org.comparto.network.Restriction;
import org.comparto.network.RoadGraph;
import org.comparto.network.Roads;
import org.comparto.network.Vehicle;
import org.comparto.path.Travel;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows what times depend on now, and whether that is still what it was. */
@Component
class Roadside {

  private record Seen(String roads, long gateways, Basis basis) {}

  private static final Sql GATEWAYS = Sql.load("access/gateways.sql");

  private final JdbcClient db;
  private final Roads roads;
  private final Revisions revisions;
  private volatile @Nullable Seen seen;

  Roadside(JdbcClient db, Roads roads, Revisions revisions) {
    this.db = db;
    this.roads = roads;
    this.revisions = revisions;
  }

  /** Empty while there is no road graph; the same object as long as nothing changes. */
  synchronized Optional<Basis> current() {
    String revision = roads.revision();
    long gateways = revisions.current("gateway");
    Optional<RoadGraph> graph = roads.current();
    Conditions conditions = roads.conditions();
    if (graph.isEmpty() || !roads.revision().equals(revision)) {
      return Optional.empty(); // changing at this moment: whoever asks comes back
    }
    Seen known = seen;
    if (known == null || !known.roads().equals(revision) || known.gateways() != gateways) {
      Basis basis = basis(graph.get(), conditions);
      boolean alike = known != null && known.basis().graph() == basis.graph() && known.basis().text().equals(basis.text());
      known = new Seen(revision, gateways, alike ? known.basis() : basis);
      seen = known;
    }
    return Optional.of(known.basis());
  }

  /** With the gateways as they are now. */
  Basis basis(RoadGraph graph, Conditions conditions) {
    List<Gateway> gateways = db.sql(GATEWAYS.text()).query(Gateway.class).list();
    Map<Profile, Travel> travels = new EnumMap<>(Profile.class);
    MessageDigest text = sha256();
    MessageDigest snaps = sha256();
    for (Profile profile : Basis.PROFILES) {
      Travel travel = graph.travel(profile, Vehicle.DEFAULT, conditions);
      travels.put(profile, travel);
      addTimes(text, graph, travel);
      addOpen(snaps, graph, travel);
    }
    // where on an arc something holds up is not told by the time for all of it
    conditions.restrictions().stream().map(Roadside::written).sorted().forEach(restriction -> add(text, restriction));
    gateways.forEach(gateway -> add(text, gateway.toString()));
    return new Basis(graph, travels, gateways, graph.version() + " " + hex(text), graph.version() + " " + hex(snaps));
  }

  private static String written(Restriction restriction) {
    return restriction.bottleneck() + " " + restriction.effects() + " " + restriction.stretches();
  }

  private static void addTimes(MessageDigest digest, RoadGraph graph, Travel travel) {
    ByteBuffer block = ByteBuffer.allocate(8 * 1024);
    for (int arc = 0; arc < 2 * graph.roads(); arc++) {
      block.putInt(travel.millis(arc)).putInt(travel.cost(arc));
      if (!block.hasRemaining()) {
        digest.update(block.flip());
        block.clear();
      }
    }
    digest.update(block.flip());
  }

  private static void addOpen(MessageDigest digest, RoadGraph graph, Travel travel) {
    byte[] open = new byte[graph.roads()];
    for (int edge = 0; edge < open.length; edge++) {
      open[edge] = (byte) (travel.isOpen(2 * edge) || travel.isOpen(2 * edge + 1) ? 1 : 0);
    }
    digest.update(open);
  }

  private static void add(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }
}
