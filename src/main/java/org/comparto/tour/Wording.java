package org.comparto.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.layer.Localized;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What answers about tours say in words, from tour/texts.yaml. */
record Wording(String language) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Map<String, Localized> TEXTS = read();

  String of(String key) {
    return of(key, Map.of());
  }

  String of(String key, Map<String, ?> values) {
    Localized text = TEXTS.get(key);
    if (text == null) {
      throw new IllegalArgumentException("tour/texts.yaml has no " + key);
    }
    return PLACEHOLDER.matcher(text.in(language)).replaceAll(found -> Matcher.quoteReplacement(String.valueOf(values.get(found.group(1)))));
  }

  boolean has(String key) {
    return TEXTS.containsKey(key);
  }

  /** "Friday 27 November". */
  String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.forLanguageTag(language)).format(day);
  }

  private static Map<String, Localized> read() {
    try (InputStream in = new ClassPathResource("tour/texts.yaml").getInputStream()) {
      return YAMLMapper.shared().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
