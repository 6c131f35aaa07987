package org.comparto.layer;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comparto.problem.NotFoundException;
import org.springframework.stereotype.Component;

/** The catalogue of layers, in the order in which they are listed. */
@Component
public class Layers {

  private final DescriptorFiles.Content content;
  private final Map<String, Layer> byId = new LinkedHashMap<>();

  Layers(DescriptorCheck check) {
    this.content = DescriptorFiles.read();
    check.accept(content);
    content.layers().stream().sorted(Comparator.comparingInt(Layer::order).thenComparing(Layer::id))
        .forEach(layer -> byId.put(layer.id(), layer));
  }

  public List<Layer> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Layer> findLayer(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * @param parameter what the caller called it, for the message
   * @throws NotFoundException if there is no such layer
   */
  public Layer getLayer(String id, String parameter) {
    return findLayer(id).orElseThrow(() ->
        new NotFoundException(parameter, "There is no layer \"" + id + "\"; /api/layers lists those there are."));
  }

  List<DescriptorFiles.Group> groups() {
    return content.groups();
  }

  List<DescriptorFiles.Section> sections() {
    return content.sections();
  }
}
