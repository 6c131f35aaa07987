package org.comparto.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What answers about tours say in words, from tour/texts.yaml. */
record Wording(String language) {

  /** {name}, or {name?one:many} for what depends on a number. */
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?:\\?([^:}]*):([^}]*))?}");
  private static final Map<String, Localized> TEXTS = read();

  String of(String key) {
    return of(key, Map.of());
  }

  String of(String key, Map<String, ?> values) {
    Localized text = TEXTS.get(key);
    if (text == null) {
      throw new IllegalArgumentException("tour/texts.yaml has no " + key);
    }
    return PLACEHOLDER.matcher(text.in(language)).replaceAll(found -> {
      Object value = values.get(found.group(1));
      return Matcher.quoteReplacement(found.group(2) == null ? words(value) : value instanceof Number number && number.doubleValue() == 1 ? found.group(2) : found.group(3));
    });
  }

  /** Numbers as the language writes them, without a fraction that says nothing. */
  private String words(@Nullable Object value) {
    if (!(value instanceof Number)) {
      return String.valueOf(value);
    }
    NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language));
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(3);
    return format.format(value);
  }

  /** The name of a language by its code: "tedesco". */
  String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(language));
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
