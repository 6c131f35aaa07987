package org.comparto.columns;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.layer.Attribute;
import org.comparto.layer.AttributeType;
import org.comparto.layer.Layer;
import org.jspecify.annotations.Nullable;

/** Makes the columns of a layer: all of them anew, or those of a former state brought up to date row by row. One thread, used once. */
final class Reading implements RowReader.Sink {

  private static final int FIRST_ROWS = 1 << 14;
  private static final int BYTES_CHECKED_EVERY = Chunk.ROWS;

  private final Layer layer;
  private final long revision;
  private final @Nullable Columns former;
  private final long most;
  private final List<Attribute> attributes;
  private final Writing[] writings;
  private long[] ids;
  private long[] live;
  private int size;
  private RowReader.@Nullable State state;
  private boolean tooLarge;
  /** Rows that a former state does not have. */
  private final Map<Long, Integer> appended = new HashMap<>();
  private long @Nullable [] left;

  /**
   * @param former to be brought up to date; null to read everything
   * @param most bytes that the columns may take
   */
  Reading(Layer layer, long revision, @Nullable Columns former, long most) {
    this.layer = layer;
    this.revision = revision;
    this.former = former;
    this.most = most;
    this.attributes = former == null ? layer.publicAttributes().stream().filter(Reading::isWorthKeeping).toList()
        : former.columns().values().stream().map(Column::attribute).toList();
    this.writings = attributes.stream().map(a -> new Writing(a, former == null ? null : former.column(a.name()))).toArray(Writing[]::new);
    this.size = former == null ? 0 : former.ids().length;
    this.ids = former == null ? new long[FIRST_ROWS] : former.ids().clone();
    this.live = former == null ? new long[FIRST_ROWS / 64] : former.all().words().clone();
  }

  /** What is different in every row is no vocabulary, and structures have no order. */
  private static boolean isWorthKeeping(Attribute attribute) {
    return attribute.type() != AttributeType.JSON && attribute.language() == null
        && !(attribute.type() == AttributeType.TEXT && (attribute.name().equals("code") || attribute.name().equals("name")));
  }

  List<Attribute> attributes() {
    return attributes;
  }

  @Override
  public void state(RowReader.State known) {
    state = known;
  }

  @Override
  public void row(long id, boolean isPublic, RowReader.Values values) throws SQLException {
    if (tooLarge) {
      return;
    }
    int known = former == null ? -1 : former.row(id);
    if (!isPublic) {
      if (known >= 0) {
        live[known / 64] &= ~(1L << known);
      }
      return;
    }
    int row = known >= 0 ? known : append(id);
    for (int i = 0; i < writings.length; i++) {
      if (!writings[i].overflowed()) {
        writings[i].set(row, values.get(i));
      }
    }
  }

  @Override
  public boolean missesDeleted() {
    if (tooLarge || rows() == state.rows()) {
      return false;
    }
    left = new long[live.length];
    return true;
  }

  @Override
  public void left(long id) {
    int row = former == null ? -1 : former.row(id);
    row = row >= 0 ? row : appended.getOrDefault(id, -1);
    if (row >= 0) {
      left[row / 64] |= 1L << row;
    }
  }

  /**
   * The columns as they are now.
   *
   * @return empty if they take more memory than they may, or can not be brought up to date
   */
  Optional<Columns> finish() {
    if (left != null) {
      for (int i = 0; i < live.length; i++) {
        live[i] &= left[i];
      }
    }
    boolean lost = Arrays.stream(writings).anyMatch(Writing::overflowed) && former != null;
    if (tooLarge || lost || rows() != state.rows()) {
      return Optional.empty();
    }
    int blocks = Math.max(1, (size + Chunk.ROWS - 1) / Chunk.ROWS);
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int i = 0; i < writings.length; i++) {
      if (!writings[i].overflowed()) {
        columns.put(attributes.get(i).name(), padded(writings[i].finish(), blocks));
      }
    }
    Columns made = new Columns(layer, revision, state.oldest(),
        former != null && size == former.ids().length ? former.ids() : Arrays.copyOf(ids, size), Arrays.copyOf(live, blocks * Chunk.ROWS / 64), columns);
    return made.bytes() > most ? Optional.empty() : Optional.of(made);
  }

  private static Column padded(Column column, int blocks) {
    List<Chunk> chunks = new ArrayList<>(column.chunks());
    while (chunks.size() < blocks) {
      chunks.add(Chunk.EMPTY);
    }
    return new Column(column.attribute(), chunks, column.dictionary(), column.exact());
  }

  private long rows() {
    return Arrays.stream(live).map(Long::bitCount).sum();
  }

  private int append(long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size + size / 2 + Chunk.ROWS);
    }
    if (size / 64 >= live.length) {
      live = Arrays.copyOf(live, ids.length / 64 + Chunk.ROWS / 64);
    }
    ids[size] = id;
    live[size / 64] |= 1L << size;
    if (size % BYTES_CHECKED_EVERY == 0 && size > 0) {
      tooLarge = Arrays.stream(writings).mapToLong(Writing::bytes).sum() > most;
    }
    if (former != null) {
      appended.put(id, size);
    }
    return size++;
  }
}
