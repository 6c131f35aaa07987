package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.comparto.layer.Layers;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Fields find their attributes whatever an office calls them. */
@IntegrationTest
class SuggestionTest {

  @Autowired Layers layers;

  @ParameterizedTest
  @CsvSource({"plot, COD_LOTTO, code", "plot, Superficie Fondiaria, area_m2", "plot, SUPERFICI_FONDIARIE, area_m2", "plot, sup_mq, area_m2",
      "plot, price_eur_m2, price_eur_m2", "plot, Disponibilità, status", "plot, Denominazione, name", "plot, altezzaMassima, max_height_m",
      "municipality, PRO_COM_T, code", "municipality, COMUNE, name", "company, Partita IVA, vat_number", "company, N. addetti, employees"})
  void aFieldIsFoundByNameTitleOrSynonym(String layer, String field, String attribute) {
    assertThat(Suggestion.mapping(layers.getLayer(layer, "layer"), List.of("unrelated", field))).isEqualTo(Map.of(attribute, field));
  }

  @Test
  void anExactNameOutweighsASynonymAndNoFieldIsUsedTwice() {
    assertThat(Suggestion.mapping(layers.getLayer("plot", "layer"), List.of("codice", "code", "id"))).isEqualTo(Map.of("code", "code"));
  }

  @Test
  void consentIsNeverLoaded() {
    assertThat(Suggestion.mapping(layers.getLayer("company", "layer"), List.of("consented_groups"))).isEmpty();
  }
}
