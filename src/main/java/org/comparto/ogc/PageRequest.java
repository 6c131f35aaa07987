package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * How a page of the frame is wanted.
 *
 * @param html for people; else JSON, for programs
 * @param language it or en
 * @param languageChosen by the address, so that links keep it
 */
public record PageRequest(boolean html, String language, boolean languageChosen) {

  private static final List<String> LANGUAGES = List.of("it", "en");

  /**
   * Reads what the caller asks for and says in the answer what it depends on.
   *
   * @param f json or html; null leaves it to the Accept header, and JSON where that takes anything
   * @param lang it or en; null leaves it to the Accept-Language header
   * @param jsonTypes media types that the JSON answer may be called
   */
  static PageRequest of(HttpServletRequest request, HttpServletResponse response, @Nullable String f, @Nullable String lang,
      String... jsonTypes) {
    boolean html = f == null ? prefersHtml(accepted(request), List.of(jsonTypes.length == 0 ? new String[] {Link.JSON} : jsonTypes)) : isHtml(f);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    return in(request, response, lang, html);
  }

  /** The same where it is settled already that HTML is wanted, and the answer says what that depended on. */
  public static PageRequest html(HttpServletRequest request, HttpServletResponse response, @Nullable String lang) {
    return in(request, response, lang, true);
  }

  private static PageRequest in(HttpServletRequest request, HttpServletResponse response, @Nullable String lang, boolean html) {
    if (lang != null && !LANGUAGES.contains(lang)) {
      throw new InvalidInputException("lang", "lang is \"" + lang + "\"; there are " + String.join(", ", LANGUAGES));
    }
    PageRequest page = new PageRequest(html, RequestContextUtils.getLocale(request).getLanguage(), lang != null);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, page.language());
    return page;
  }

  boolean italian() {
    return language.equals("it");
  }

  /** One of two texts, in the language of the answer. */
  String say(String italian, String english) {
    return italian() ? italian : english;
  }

  /** The answer to programs; f may ask for it against what is accepted. */
  static <T> ResponseEntity<T> json(T body) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static boolean isHtml(String f) {
    return switch (f) {
      case "html" -> true;
      case "json" -> false;
      default -> throw new InvalidInputException("f", "f is \"" + f + "\"; there are json and html");
    };
  }

  private static List<MediaType> accepted(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    try {
      List<MediaType> types = new ArrayList<>(accept == null || accept.isBlank() ? List.of(MediaType.ALL) : MediaType.parseMediaTypes(accept));
      MimeTypeUtils.sortBySpecificity(types);
      return types;
    } catch (InvalidMediaTypeException e) {
      throw new InvalidInputException("Accept", "The header Accept can not be read; leave it out or use f=json or f=html");
    }
  }

  /** What the caller would rather have comes first; between equals JSON wins, as scripts often take anything. */
  private static boolean prefersHtml(List<MediaType> accepted, List<String> jsonTypes) {
    for (MediaType type : accepted) {
      if (type.getQualityValue() > 0) {
        if (jsonTypes.stream().anyMatch(json -> type.isCompatibleWith(MediaType.parseMediaType(json)))) {
          return false;
        }
        if (type.isCompatibleWith(MediaType.TEXT_HTML)) {
          return true;
        }
      }
    }
    throw new RefusedException(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "There are " + String.join(", ", jsonTypes)
        + " and text/html; ask for one of them, or choose by f=json or f=html", "f", null);
  }
}
