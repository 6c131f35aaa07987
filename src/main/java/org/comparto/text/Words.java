package org.comparto.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts of the pages in one language, from the very files that the map reads (web/locales): nothing is translated twice. */
public final class Words {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Map<String, Words> LANGUAGES = Map.of("it", new Words("it"), "en", new Words("en"));

  private final String language;
  private final Map<String, JsonNode> texts = new HashMap<>();

  private Words(String language) {
    this.language = language;
    for (String part : List.of("", "dossier.", "pages.", "plot.", "roadbook.", "themes.", "zones.")) {
      try (InputStream in = new ClassPathResource("static/locales/" + part + language + ".json").getInputStream()) {
        JsonMapper.shared().readTree(in).properties().forEach(text -> texts.put(text.getKey(), text.getValue()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** @param language it or en */
  public static Words in(String language) {
    return LANGUAGES.get(language);
  }

  public String language() {
    return language;
  }

  /** The text of a key. */
  public String of(String key) {
    return of(key, Map.of());
  }

  /** The text of a key with {name} replaced, numbers as the language writes them; where there are forms, {@code count} chooses between one and other. */
  public String of(String key, Map<String, Object> values) {
    JsonNode text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("web/locales has no " + key + " in " + language);
    }
    String form = text.isString() ? text.asString() : text.path(isOne(values.get("count")) ? "one" : "other").asString();
    return PLACEHOLDER.matcher(form).replaceAll(found -> Matcher.quoteReplacement(written(values.getOrDefault(found.group(1), ""))));
  }

  private String written(Object value) {
    return value instanceof Number number ? NumberFormat.getInstance(Locale.forLanguageTag(language)).format(number) : value.toString();
  }

  public boolean has(String key) {
    return texts.containsKey(key);
  }

  private static boolean isOne(@Nullable Object count) {
    return count instanceof Number number && number.doubleValue() == 1;
  }
}
