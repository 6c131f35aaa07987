package org.comparto.ogc;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Addresses that open the map where something lies, written as web/js/state/permalink.js reads them. */
@Component
public class MapLinks {

  private static final int CLOSEST = 17;
  private static final int FARTHEST = 6;
  /** So much of the world a view shows at zoom 0, in degrees: a window of about 700 pixels. */
  private static final double DEGREES_AT_ZOOM_0 = 360 * 700 / 256.0;

  private final Layers layers;

  MapLinks(Layers layers) {
    this.layers = layers;
  }

  /** @param bounds west, south, east, north; null leaves the view to the map */
  public String to(Layer layer, @Nullable List<Double> bounds, String language) {
    String shown = Stream.concat(layers.all().stream().filter(l -> l.display().visible()), Stream.of(layer))
        .map(Layer::id).distinct().collect(Collectors.joining(","));
    return Link.to("/") + "#place=map&lang=" + language + (bounds == null ? "" : "&at=" + view(bounds)) + "&layers=" + shown;
  }

  /** The same with the record of one feature open. */
  public String to(Layer layer, List<Double> bounds, long id, String language) {
    return to(layer, bounds, language) + "&feature=" + layer.id() + "/" + id;
  }

  private static String view(List<Double> bounds) {
    double wide = Math.max(bounds.get(2) - bounds.get(0), (bounds.get(3) - bounds.get(1)) * 1.4); // a degree of latitude is longer here
    int zoom = (int) Math.floor(Math.log(DEGREES_AT_ZOOM_0 / Math.max(wide, 1e-6)) / Math.log(2)) - 1;
    return String.format(Locale.ROOT, "%.5f,%.5f,%d", (bounds.get(1) + bounds.get(3)) / 2, (bounds.get(0) + bounds.get(2)) / 2,
        Math.max(FARTHEST, Math.min(CLOSEST, zoom)));
  }
}
