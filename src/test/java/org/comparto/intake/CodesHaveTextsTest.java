package org.comparto.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every code that a load or a job can answer with has a text in both languages: codes are taken from the sources, so that none is forgotten. */
class CodesHaveTextsTest {

  private static final Pattern ROW = Pattern.compile("['\"]((?:geometry|attribute|key|territory|feature|row)-[a-z-]+)['\"]");
  private static final Pattern WARNING = Pattern.compile("(?:add|Transformation)\\([^;]*?\"([a-z]+(?:-[a-z]+)+): ");
  private static final Pattern REFUSAL = Pattern.compile(
      "(?:SourceRefusedException|JobFailedException|conflict|Outcome\\.failed)\\((?:[a-z= ]+\\? )?\"([a-z-]+)\"|\\? \"([a-z]+(?:-[a-z]+)+): ");

  @Test
  void everyProblemOfARowHasAText() throws IOException {
    Set<String> codes = find(ROW, "src/main/java/org/comparto/intake", "src/main/resources/sql/intake");
    assertThat(codes).contains("geometry-self-intersection", "attribute-unknown-code", "row-ragged", "key-duplicate");
    assertTranslated("code.", codes);
  }

  @Test
  void everyWarningHasAText() throws IOException {
    Set<String> codes = find(WARNING, "src/main/java/org/comparto/intake");
    assertThat(codes).contains("rows-missing", "decimal-comma", "monte-mario-without-grid", "fields-not-mapped", "crs-overridden");
    assertTranslated("warning.", codes);
  }

  @Test
  void everyRefusalHasAText() throws IOException {
    Set<String> codes = find(REFUSAL, "src/main/java/org/comparto/intake", "src/main/java/org/comparto/job");
    assertThat(codes).contains("not-readable", "edited-since", "all-rejected", "stopped", "changed-since-check");
    assertTranslated("problem.", codes);
  }

  private static void assertTranslated(String prefix, Set<String> codes) throws IOException {
    for (String language : new String[] {"it", "en"}) {
      JsonNode words = JsonMapper.shared().readTree(Files.readString(Path.of("web/locales/desk." + language + ".json")));
      assertThat(codes).as(prefix + " " + language).allSatisfy(code -> assertThat(words.has(prefix + code)).as(code).isTrue());
    }
  }

  private static Set<String> find(Pattern pattern, String... folders) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Matcher matcher = pattern.matcher(Files.readString(file));
          while (matcher.find()) {
            found.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
          }
        }
      }
    }
    return found;
  }
}
