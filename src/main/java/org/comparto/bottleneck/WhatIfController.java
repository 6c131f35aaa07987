package org.comparto.bottleneck;

import java.util.List;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would be if bottlenecks were fixed or roads closed, and which of them matter most: for anybody. */
@RestController
class WhatIfController {

  private static final List<String> FORMATS = List.of("json", "csv", "xlsx", "geojson");

  private final WhatIf whatIf;
  private final Ranking ranking;

  WhatIfController(WhatIf whatIf, Ranking ranking) {
    this.whatIf = whatIf;
    this.ranking = ranking;
  }

  @PostMapping(path = "/api/bottlenecks/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> whatIf(@RequestBody WhatIfQuestion.Sent sent, @RequestParam @Nullable String f, @RequestParam @Nullable String lang) {
    String format = f == null ? "json" : f;
    if (!FORMATS.contains(format)) {
      throw new InvalidInputException("f", "f must be one of " + String.join(", ", FORMATS));
    }
    String language = language(lang);
    WhatIf.Result result = whatIf.answer(WhatIfQuestion.of(sent));
    WhatIfTable table = new WhatIfTable(result, language);
    return switch (format) {
      case "csv" -> file(WhatIfFiles.csv(table), "text/csv;charset=UTF-8", "what-if.csv");
      case "xlsx" -> file(WhatIfFiles.xlsx(table), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "what-if.xlsx");
      case "geojson" -> file(WhatIfFiles.geoJson(table), "application/geo+json", "what-if.geojson");
      default -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(WhatIfAnswer.of(result));
    };
  }

  @GetMapping("/api/bottlenecks/ranking")
  ResponseEntity<Ranking.Standing> ranking(@RequestParam @Nullable String profile) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(ranking.standing(WhatIfQuestion.profile(profile)));
  }

  static String language(@Nullable String lang) {
    if (lang != null && !lang.equals("it") && !lang.equals("en")) {
      throw new InvalidInputException("lang", "lang must be it or en");
    }
    return lang == null ? "it" : lang;
  }

  private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").body(content);
  }
}
