package org.comparto.style;

import java.util.function.UnaryOperator;
import org.comparto.layer.Layer;

/** The symbols of a descriptor, written so that QGIS and programs that read SLD draw the layer as the map does. */
public final class LayerStyles {

  private LayerStyles() {}

  /**
   * A style file of QGIS 3.
   *
   * @param language of the legend: it or en
   * @param column what an attribute's column is called in the data beside it
   */
  public static String qml(Layer layer, String language, UnaryOperator<String> column) {
    return Qml.write(Signs.of(layer, language, column));
  }

  /** Styled Layer Descriptor 1.1.0 with Symbology Encoding 1.1.0 (OGC 05-078r4, 05-077r4); parameters as for {@link #qml}. */
  public static String sld(Layer layer, String language, UnaryOperator<String> column) {
    return Sld.write(Signs.of(layer, language, column));
  }
}
