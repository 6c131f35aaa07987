package org.comparto.district;

import java.time.OffsetDateTime;
import java.util.List;
import org.comparto.district.Figures.Hidden;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures, as it is answered and written into files.
 *
 * @param k what is hidden rests on fewer firms, and counts are multiples of it; null for exact figures
 * @param exact not for publication
 * @param takenAt when the figures were made; of several territories the oldest
 * @param renewing whether newer ones are being made
 * @param rows in the order of by, then by2
 */
record Statistics(@Nullable String territory, Heading by, @Nullable Heading by2, @Nullable Heading filter, @Nullable Key value, Heading measure, @Nullable String unit,
    @Nullable Integer k, boolean exact, boolean demonstration, OffsetDateTime takenAt, boolean renewing, List<Row> rows, @Nullable Row total, Localized source, String licence) {

  /** What a column or a filter is. */
  record Heading(String id, Localized title) {}

  /**
   * A value.
   *
   * @param title null where the value speaks for itself
   * @param lon with lat, of an area: a point in it, in degrees (EPSG:4326)
   */
  record Key(String value, @Nullable Localized title, @Nullable Double lon, @Nullable Double lat) {

    Key(String value, @Nullable Localized title) {
      this(value, title, null, null);
    }

    String in(String language) {
      return title == null ? value : title.in(language);
    }
  }

  /**
   * One figure.
   *
   * @param firms that it is about; null where they are too few to say
   * @param figure null where it is hidden or nobody has told
   * @param answered of how many firms it is known, about; null for the number of firms itself, and where they are too few
   * @param hidden why there is no figure; null where there is one, or where exact figures know none
   */
  record Row(@Nullable Key by, @Nullable Key by2, @Nullable Integer firms, @Nullable Double figure, @Nullable Integer answered, @Nullable Hidden hidden) {}
}
