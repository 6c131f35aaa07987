package org.comparto.network;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The door to the roads: the graph in use, and what stands in the way on it. Take the graph once for an answer and keep to it: another may
 * take its place at any time, and the former goes on answering whoever holds it.
 */
@Component
public class Roads {

  /** What holds at one moment. */
  private record State(RoadGraph graph, long restrictions, Conditions conditions) {}

  private static final long UNSEEN = Long.MIN_VALUE;

  private final ObjectProvider<RestrictionSource> source;
  private volatile @Nullable State state;
  private volatile long swaps;

  Roads(ObjectProvider<RestrictionSource> source) {
    this.source = source;
  }

  /** Nothing if no road data are loaded. */
  public Optional<RoadGraph> current() {
    return Optional.ofNullable(state()).map(State::graph);
  }

  /** @throws org.comparto.problem.RefusedException 422 no-road-data if none are loaded */
  public RoadGraph require() {
    return current().orElseThrow(NoRoadData::atAll);
  }

  /** What is in force on the present graph, hour-limited restrictions among it; the same object until something changes. */
  public Conditions conditions() {
    State now = state();
    return now == null ? Conditions.NONE : now.conditions();
  }

  /** Another text whenever the graph was replaced or restrictions have changed; what is computed under one revision holds for it. */
  public String revision() {
    State now = state();
    return now == null ? "none" : now.graph().version() + "/" + swaps + "/" + now.restrictions();
  }

  /** The first graph of this run; what is in force on it is asked when somebody asks for it, for who knows may not be there yet. */
  synchronized void begin(RoadGraph graph) {
    state = new State(graph, UNSEEN, Conditions.NONE);
  }

  /** From now on this graph answers. */
  synchronized void use(RoadGraph graph) {
    state = look(graph, revisionOfRestrictions());
    swaps++;
  }

  boolean isEmpty() {
    return state == null;
  }

  private @Nullable State state() {
    State now = state;
    return now == null || now.restrictions() == revisionOfRestrictions() ? now : refreshed();
  }

  private synchronized @Nullable State refreshed() {
    State now = state;
    long revision = revisionOfRestrictions();
    if (now != null && now.restrictions() != revision) {
      state = look(now.graph(), revision);
    }
    return state;
  }

  private State look(RoadGraph graph, long revision) {
    RestrictionSource known = source.getIfAvailable();
    if (known == null) {
      return new State(graph, revision, Conditions.NONE);
    }
    RoadGraph linked = graph.with(known.links(graph));
    return new State(linked, revision, new Conditions(known.inForce(linked), java.util.Set.of()));
  }

  private long revisionOfRestrictions() {
    RestrictionSource known = source.getIfAvailable();
    return known == null ? 0 : known.revision();
  }
}
