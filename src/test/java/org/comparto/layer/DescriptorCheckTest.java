package org.comparto.layer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A descriptor that disagrees with the database, or with itself, is refused by name before anything is served. */
@IntegrationTest
class DescriptorCheckTest {

  private static final Localized TITLE = new Localized("Prova", "Test");

  @Autowired
  DescriptorCheck check;

  @Test
  void acceptsWhatWeShip() {
    assertThatCode(() -> check.accept(DescriptorFiles.read())).doesNotThrowAnyException();
  }

  @Test
  void aColumnThatNothingDescribesIsNamed() {
    refuses(attributes -> without(attributes, "price_eur_m2"), "plot.yaml", "nothing describes the columns [price_eur_m2]");
  }

  @Test
  void anAttributeWithoutAColumnIsNamed() {
    refuses(attributes -> with(attributes, attribute("colour", AttributeType.TEXT, false, Attribute.Access.PUBLIC)), "plot.yaml",
        "attribute colour has no column in plot");
  }

  @Test
  void anAttributeOfAnotherTypeThanItsColumnIsNamed() {
    refuses(attributes -> with(without(attributes, "area_m2"), attribute("area_m2", AttributeType.TEXT, true, Attribute.Access.PUBLIC)),
        "plot.yaml", "attribute area_m2 is TEXT, its column is numeric");
  }

  @Test
  void aDeskOnlyAttributeInTilesIsRefused() {
    refuses(attributes -> with(without(attributes, "owner_name"), attribute("owner_name", AttributeType.TEXT, true, Attribute.Access.DESK)),
        "plot.yaml", "attribute owner_name is for the desk only and can not be in tiles");
  }

  private void refuses(UnaryOperator<List<Attribute>> change, String... words) {
    DescriptorFiles.Content shipped = DescriptorFiles.read();
    List<Layer> layers = shipped.layers().stream()
        .map(layer -> layer.id().equals("plot") ? layer.with(change.apply(layer.attributes()), layer.codes()) : layer).toList();
    assertThatThrownBy(() -> check.accept(new DescriptorFiles.Content(shipped.groups(), shipped.sections(), shipped.common(), layers)))
        .isInstanceOf(DescriptorException.class).hasMessageContainingAll(words);
  }

  private static List<Attribute> without(List<Attribute> attributes, String name) {
    return attributes.stream().filter(a -> !a.name().equals(name)).toList();
  }

  private static List<Attribute> with(List<Attribute> attributes, Attribute one) {
    List<Attribute> all = new ArrayList<>(attributes);
    all.add(one);
    return all;
  }

  private static Attribute attribute(String name, AttributeType type, boolean tile, Attribute.Access access) {
    return new Attribute(name, type, null, null, TITLE, null, "identity", tile, false, access, null, null, null, false, null, null);
  }
}
