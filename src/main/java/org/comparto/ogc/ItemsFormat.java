package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.comparto.feature.FeatureVersion;

/**
 * One form in which features are answered. Every bean of this type is offered at /items and /items/{featureId}, by
 * {@code f=name} and by {@code Accept}; {@link ItemsFormats} chooses. When it is called, the question is checked, the ETag
 * did not match, and ETag, Cache-Control, Vary and Content-Crs are set; the format sets Content-Type and writes.
 */
interface ItemsFormat {

  /** The value of {@code f} that asks for it, for instance {@code json}. */
  String name();

  /** What Accept may ask for; the first is what links carry. */
  List<String> mediaTypes();

  /** Writes one page of a collection. */
  void writePage(ItemsPage page, HttpServletRequest request, HttpServletResponse response) throws IOException;

  /**
   * Writes one feature.
   *
   * @param page says attributes and reference system
   * @param feature was public a moment ago
   * @return false, with nothing written, if it is gone since
   */
  boolean writeFeature(ItemsPage page, FeatureVersion feature, HttpServletRequest request, HttpServletResponse response) throws IOException;

  /** Whether nothing but the features decides what is written, so that their ETag holds; not so where other layers or words appear too. */
  default boolean isOfFeaturesAlone() {
    return true;
  }
}
