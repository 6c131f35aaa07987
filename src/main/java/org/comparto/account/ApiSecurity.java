package org.comparto.account;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comparto.account.AccessRules.Rule;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** What API documents say of who may call an operation: read from {@link AccessRules}, so that both can not disagree. */
public final class ApiSecurity {

  private static final String TOKEN = "token";
  private static final String SESSION = "session";

  private ApiSecurity() {}

  /** The member {@code securitySchemes} of a document. */
  public static Map<String, Object> schemes() {
    return Map.of(TOKEN, Map.of("type", "http", "scheme", "bearer", "description", "An API token of an account"),
        SESSION, Map.of("type", "apiKey", "in", "cookie", "name", SessionCookie.NAME, "description",
            "A session begun by POST /api/session; what writes carries the token of GET /api/session in " + SessionCsrfTokens.HEADER + " too"));
  }

  /**
   * The member {@code security} of an operation: empty where anybody may call it, else what proves the caller.
   *
   * @param path with its parameters in braces
   */
  public static List<Map<String, Object>> of(String method, String path) {
    Who who = who(method, path);
    Map<String, Object> session = Map.of(SESSION, List.of());
    return switch (who) {
      case ANYBODY -> List.of();
      case IN_PERSON, IN_PERSON_FIRST_OF_ALL -> List.of(session);
      default -> List.of(Map.of(TOKEN, List.of()), session);
    };
  }

  private static Who who(String method, String path) {
    HttpMethod asked = HttpMethod.valueOf(method.toUpperCase(Locale.ROOT));
    PathContainer called = PathContainer.parsePath(path);
    return AccessRules.ALL.stream().filter(rule -> rule.method() == asked && PathPatternParser.defaultInstance.parse(rule.path()).matches(called))
        .map(Rule::who).findFirst().orElseThrow(() -> new IllegalStateException(method + " " + path + " is described and nobody's"));
  }
}
