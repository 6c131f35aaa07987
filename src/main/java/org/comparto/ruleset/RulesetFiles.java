package org.comparto.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The shipped rule sets: one file each, named by its id. */
final class RulesetFiles {

  private RulesetFiles() {}

  /** Texts by id, in the order of their ids. */
  static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:gis-data/rulesets/*.yaml")) {
        texts.put(String.valueOf(file.getFilename()).replace(".yaml", ""), text(file));
      }
    } catch (IOException e) {
      throw new RulesetFileException("", "can not be read: " + e.getMessage());
    }
    return texts;
  }

  /** The JSON Schema of a set, which lies beside them. */
  static String schema() {
    try {
      return text(new ClassPathResource("gis-data/rulesets/ruleset.schema.json"));
    } catch (IOException e) {
      throw new RulesetFileException("", "can not be read: " + e.getMessage());
    }
  }

  private static String text(Resource file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * The sets that the texts say.
   *
   * @throws RulesetFileException naming the first file that is wrong and everything that is wrong with it
   */
  static Map<String, Ruleset> read(Map<String, String> texts) {
    Map<String, Ruleset> sets = new LinkedHashMap<>();
    texts.forEach((id, text) -> {
      try {
        Ruleset set = RulesetText.read(text);
        if (!set.id().equals(id)) {
          throw new RulesetFileException(id + ".yaml", "is named differently from its id " + set.id());
        }
        sets.put(id, set);
      } catch (FaultyRulesetException e) {
        throw new RulesetFileException(id + ".yaml", e.getMessage());
      }
    });
    return sets;
  }
}
