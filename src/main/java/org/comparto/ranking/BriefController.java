package org.comparto.ranking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.UnreadableJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a project needs, held against plots and zones: by body or by link. */
@RestController
class BriefController {

  /** @param limit how many plots of each group the answer lists */
  record Question(@Nullable String filter, @Nullable Brief needs, @Nullable Integer limit) {}

  private static final int DEFAULT_LIMIT = 20;
  private static final int MOST = 1_000;
  private static final int LONGEST = 4_000;
  /** Straight lines, as old links ask for them. */
  private static final Pattern FORMER = Pattern.compile("distance(TollGate|RailTerminal|Port|Airport|Station)M");

  private final Briefs briefs;
  private final JsonMapper json;

  BriefController(Briefs briefs, JsonMapper json) {
    this.briefs = briefs;
    this.json = json;
  }

  @PostMapping(path = "/api/plots/brief", consumes = MediaType.APPLICATION_JSON_VALUE)
  BriefAnswer match(@RequestBody Question question, @RequestParam(required = false) @Nullable String lang) {
    if (question.needs() == null) {
      throw new InvalidInputException("needs", "needs is missing: an object that says what the project needs");
    }
    String filter = question.filter() == null || question.filter().isBlank() ? null : question.filter();
    return briefs.match(filter, question.needs(), link(question.needs()), limit(question.limit()), RankingController.language());
  }

  /** The same by link: {@code brief=areaFromM2:20000,powerKw:1000}, the names being those of the body. */
  @GetMapping("/api/plots/brief")
  ResponseEntity<BriefAnswer> match(@RequestParam(required = false) @Nullable String filter, @RequestParam String brief,
      @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String lang) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache())
        .body(briefs.match(filter, read(brief), brief, limit(limit), RankingController.language()));
  }

  private Brief read(String text) {
    if (text.length() > LONGEST) {
      throw new InvalidInputException("brief", "brief has " + text.length() + " characters; " + LONGEST + " are the most");
    }
    Map<String, String> needs = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      int colon = part.indexOf(':');
      if (colon < 1 || colon == part.length() - 1) {
        throw new InvalidInputException("brief", "brief holds \"" + part + "\"; it is name:value, comma-separated, for instance areaFromM2:20000,powerKw:1000");
      }
      Matcher former = FORMER.matcher(part.substring(0, colon));
      if (former.matches()) {
        throw new InvalidInputException("brief", former.group() + " is no field any more: distances are by road now; ask for truckMin" + former.group(1)
            + ", minutes by truck, instead");
      }
      needs.put(part.substring(0, colon), part.substring(colon + 1));
    }
    try {
      return json.convertValue(needs, Brief.class);
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }

  private String link(Brief brief) {
    Map<String, Object> needs = json.convertValue(brief, new TypeReference<LinkedHashMap<String, Object>>() {});
    return needs.entrySet().stream().filter(need -> need.getValue() != null).map(need -> need.getKey() + ":" + plain(need.getValue())).collect(Collectors.joining(","));
  }

  private static String plain(Object value) {
    return value instanceof Double number && number == Math.rint(number) ? String.valueOf(number.longValue()) : String.valueOf(value);
  }

  private static int limit(@Nullable Integer limit) {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST);
    }
    return limit == null ? DEFAULT_LIMIT : limit;
  }
}
