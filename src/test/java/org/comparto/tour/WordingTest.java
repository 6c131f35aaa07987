package org.comparto.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Words follow numbers, and numbers their language. */
class WordingTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "it | 1 | 1 anno in più (almeno 14), o una deroga dell'ospite | l'ospite rinuncia a 1 giorno di preavviso  | chiede 14 giorni di preavviso: ne manca 1",
      "it | 3 | 3 anni in più (almeno 14), o una deroga dell'ospite | l'ospite rinuncia a 3 giorni di preavviso  | chiede 14 giorni di preavviso: ne mancano 3",
      "en | 1 | 1 year older (at least 14), or an exception by the host | the host does without 1 day of notice  | asks for 14 days of notice: 1 too few",
      "en | 3 | 3 years older (at least 14), or an exception by the host | the host does without 3 days of notice | asks for 14 days of notice: 3 too few"})
  void oneIsNotSeveral(String language, int quantity, String age, String notice, String violation) {
    Wording wording = new Wording(language);
    Map<String, Integer> values = Map.of("q", quantity, "bound", 14);
    assertThat(wording.of("relaxation.group_age", values)).isEqualTo(age);
    assertThat(wording.of("relaxation.notice", values)).isEqualTo(notice);
    assertThat(wording.of("violation.notice", values)).isEqualTo(violation);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"it | 10.0 | 10 m", "it | 3.25 | 3,25 m", "en | 10.0 | 10 m", "en | 3.25 | 3.25 m", "it | 12000 | 12000 m"})
  void metresHaveTheCommaOfTheirLanguageAndNoFractionThatSaysNothing(String language, double metres, String told) {
    assertThat(new Wording(language).of("relaxation.coach_length", Map.of("q", 5, "metres", metres))).contains(told + ")");
  }

  @Test
  void everySentenceNamesTheSameInBothLanguages() throws IOException {
    try (InputStream in = new ClassPathResource("tour/texts.yaml").getInputStream()) {
      Map<String, Map<String, String>> texts = YAMLMapper.shared().readValue(in, new TypeReference<>() {});
      texts.forEach((key, text) -> assertThat(names(text.get("en"))).as(key).isEqualTo(names(text.get("it"))));
    }
  }

  private static List<String> names(String text) {
    return List.copyOf(new TreeSet<>(Pattern.compile("\\{(\\w+)").matcher(text).results().map((MatchResult found) -> found.group(1)).toList()));
  }
}
