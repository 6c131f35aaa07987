package org.comparto.ogc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What surrounds the content of an HTML page: what it is called, where it belongs and what search engines may do with it.
 *
 * @param language it or en
 * @param languageChosen by the address; links between pages then keep it
 * @param path of the page below the application, encoded, with its query but without format and language
 * @param indexed whether search engines may list it: not filtered or sorted lists, of which there is no end
 * @param json the address of the same in JSON
 * @param crumbs the pages above it, from the top
 * @param jsonLd what machines may know of it (schema.org), escaped for a script element; null for nothing
 */
public record Frame(String language, boolean languageChosen, String title, String description, String path, boolean indexed, String json,
    List<Crumb> crumbs, @Nullable String jsonLd) {

  /** A page above another. */
  public record Crumb(String title, String href) {}

  /** The address of another page, in the language that was chosen for this one. */
  public String to(String target) {
    return languageChosen ? inLanguage(target, language) : Link.to("") + target;
  }

  /** The address of this page in a language. */
  public String in(String other) {
    return inLanguage(path, other);
  }

  /** The one address by which search engines should know it. */
  public String canonical() {
    return in(language);
  }

  private static String inLanguage(String target, String language) {
    return UriComponentsBuilder.fromUriString(Link.to("") + target).replaceQueryParam("lang", language).build(true).toUriString();
  }
}
