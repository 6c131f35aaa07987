package org.comparto.layer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The catalogue of layers, in the order in which they are listed: those of the files, which stay as they are, and those
 * that loads have made, read again whenever their revision in the database has moved.
 */
@Component
public class Layers {

  /** For so long a known layer is believed without asking the database. A layer not known, and the whole list, are always asked for. */
  private static final Duration BELIEVED = Duration.ofSeconds(1);

  /** What was read at one revision. */
  private record Catalogue(long revision, Map<String, Layer> byId, Set<String> stored) {}

  private final DescriptorFiles.Content files;
  private final DescriptorCheck check;
  private final StoredDescriptors descriptors;
  private volatile Catalogue catalogue;
  private volatile long askedAt;

  Layers(DescriptorCheck check, StoredDescriptors descriptors) {
    this.files = DescriptorFiles.read();
    this.check = check;
    this.descriptors = descriptors;
    check.accept(files);
    readAgain();
  }

  public List<Layer> all() {
    return List.copyOf(notOlderThan(Duration.ZERO).byId().values());
  }

  public Optional<Layer> findLayer(String id) {
    Layer known = notOlderThan(BELIEVED).byId().get(id);
    return Optional.ofNullable(known != null ? known : notOlderThan(Duration.ZERO).byId().get(id));
  }

  /**
   * @param parameter what the caller called it, for the message
   * @throws NotFoundException if there is no such layer
   */
  public Layer getLayer(String id, String parameter) {
    return findLayer(id).orElseThrow(() ->
        new NotFoundException(parameter, "There is no layer \"" + id + "\"; /api/layers lists those there are."));
  }

  /**
   * A layer that people and files write.
   *
   * @throws RefusedException 409 if the application computes it
   */
  public Layer getWrittenLayer(String id, String parameter) {
    Layer layer = getLayer(id, parameter);
    if (layer.isComputed()) {
      throw RefusedException.conflict("computed-layer", "The layer " + id + " is computed from other layers and rule sets: nobody edits or loads it, "
          + "and it keeps no history. Change what it is computed from.", parameter);
    }
    return layer;
  }

  /** Whether the layer was made by a load: its descriptor can be changed, and it can be removed. */
  public boolean isStored(String id) {
    return notOlderThan(Duration.ZERO).stored().contains(id);
  }

  /** The attributes that every layer begins with. */
  public List<Attribute> commonAttributes() {
    return files.common();
  }

  /**
   * Makes a layer that does not exist yet, rows first: its relation is completed with columns, indexes and history when it
   * is full, which is far quicker for many rows; then keeps the descriptor. The index for words inside of names is not
   * among them: {@link #completeSearch} makes it, at any time later.
   *
   * @param fill creates the layer's relation with its rows, with id, code, geom and all columns that are derived of them;
   *     a column that it leaves out has its default in all rows
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void make(Layer layer, String author, Runnable fill) {
    fill.run();
    check.finishRelation(layer);
    save(layer, author);
  }

  /**
   * Keeps the descriptor of a layer that is not one of the files', new or changed; the relation of a new one is made.
   *
   * @param layer with all its attributes, the common ones first
   * @throws IllegalArgumentException saying everything that is wrong with it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void save(Layer layer, String author) {
    check.makeRelation(layer);
    List<String> faults = files.layers().stream().anyMatch(l -> l.id().equals(layer.id()))
        ? List.of("the layer is described by a file") : check.faultsBeside(files, layer);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(layer.id() + ": " + String.join("; ", faults));
    }
    descriptors.save(layer, files.common(), author);
    askAgainAfterCommit();
  }

  /** Forgets a layer that a load has made, and drops what is left in it; former versions of its features stay. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Layer layer) {
    if (descriptors.remove(layer.id())) {
      check.dropRelation(layer);
      askAgainAfterCommit();
    }
  }

  /**
   * Gives a layer that was made with its rows the index by which words inside of codes and names are found; until then
   * its whole table is read for them. Nobody can write to the layer meanwhile. No harm if it has it, or is gone.
   */
  public void completeSearch(String layer) {
    check.addSearchIndex(layer);
  }

  /** The headings under which layers are listed, in their order. */
  public List<Heading> groups() {
    return files.groups();
  }

  /** The headings under which attributes are shown, in their order. */
  public List<Heading> sections() {
    return files.sections();
  }

  /** Here at least a change is seen at once; other instances believe what they know for a second. */
  private void askAgainAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        askedAt = System.nanoTime() - BELIEVED.toNanos();
      }
    });
  }

  private Catalogue notOlderThan(Duration age) {
    if (System.nanoTime() - askedAt >= age.toNanos()) {
      long asking = System.nanoTime();
      if (descriptors.revision() != catalogue.revision()) {
        readAgain();
      }
      askedAt = asking;
    }
    return catalogue;
  }

  /** The revision before the rows: what is read may be newer than its number and is then read once more, never the other way round. */
  private synchronized void readAgain() {
    long revision = descriptors.revision();
    List<Layer> stored = descriptors.read(files.common());
    List<Layer> layers = new ArrayList<>(stored);
    layers.addAll(files.layers());
    Map<String, Layer> byId = new LinkedHashMap<>();
    layers.stream().sorted(Comparator.comparingInt(Layer::order).thenComparing(Layer::id)).forEach(layer -> byId.put(layer.id(), layer));
    catalogue = new Catalogue(revision, byId, stored.stream().map(Layer::id).collect(Collectors.toSet()));
    askedAt = System.nanoTime();
  }
}
