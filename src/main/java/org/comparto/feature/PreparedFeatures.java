package org.comparto.feature;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicInteger;
import org.comparto.layer.Layer;
import org.comparto.layer.PublicReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is public of features, ready as text, in a bounded share of the memory. An entry is used only if its row has still
 * the version (PostgreSQL's xmin) it was made from and is still read in the same way: every change of a row changes its
 * version, so an entry can not be stale, and what is removed or no longer public is not found by the query in the first place.
 */
@Component
class PreparedFeatures {

  /** Of the entry's objects beside its bytes: the boxed id, the array's header and the nodes of the map. */
  private static final int ENTRY_OVERHEAD_BYTES = 136;
  private static final int MOST_FORMS = 10_000;

  private final Cache<Long, byte[]> ready;
  /** By identity: a catalogue that was read again may hold a changed layer of the same name. */
  private final Cache<Layer, FeatureForm> ofLayer = Caffeine.newBuilder().weakKeys().build();
  /** By how the rows are read, so that what did not change with the catalogue stays ready. */
  private final Cache<String, FeatureForm> forms = Caffeine.newBuilder().maximumSize(MOST_FORMS).build();
  private final AtomicInteger formsMade = new AtomicInteger();

  PreparedFeatures(FeatureSettings settings) {
    this.ready = Caffeine.newBuilder()
        .maximumWeight((long) (Runtime.getRuntime().maxMemory() * settings.preparedShare()))
        .weigher((Long id, byte[] packed) -> packed.length + ENTRY_OVERHEAD_BYTES)
        .build();
  }

  FeatureForm form(Layer layer) {
    return ofLayer.get(layer, known -> {
      PublicReading reading = new PublicReading(layer);
      String read = reading.relation() + " | " + reading.condition() + " | " + reading.values(layer.publicAttributes());
      return forms.get(read, text -> new FeatureForm(formsMade.incrementAndGet(), Integer.toHexString(text.hashCode()), layer));
    });
  }

  /** The feature in its layer's form, made from this version of its row; null if it has to be read. */
  byte @Nullable [] find(long id, int version, FeatureForm form) {
    byte[] packed = ready.getIfPresent(id);
    return packed != null && form.holds(packed, version) ? packed : null;
  }

  void keep(long id, byte[] packed) {
    ready.put(id, packed);
  }
}
