package org.comparto.district;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comparto.account.CurrentAccount;
import org.comparto.district.Statistics.Heading;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Figures of the census: anybody reads the protected ones, the desk of a territory the exact ones as well. */
@RestController
class StatisticsController {

  /** @param kind area, or property of firms */
  record OfferedDimension(String id, String kind, Heading title) {}

  /** @param kind firms, amount, or yes: how many firms said so, by area only */
  record OfferedMeasure(String id, String kind, Heading title, @Nullable String unit) {}

  /** What can be asked. */
  record Offer(int k, List<OfferedDimension> dimensions, List<OfferedMeasure> measures) {}

  private final Answering answering;
  private final Editions editions;
  private final Titles titles;
  private final DistrictProperties properties;

  StatisticsController(Answering answering, Editions editions, Titles titles, DistrictProperties properties) {
    this.answering = answering;
    this.editions = editions;
    this.titles = titles;
    this.properties = properties;
  }

  @GetMapping("/api/census/dimensions")
  Offer dimensions() {
    List<OfferedDimension> dimensions = Stream.concat(Arrays.stream(Area.Kind.values()).map(kind -> new OfferedDimension(kind.id(), "area", titles.heading(kind.id()))),
        Arrays.stream(Variable.values()).map(variable -> new OfferedDimension(variable.id(), "property", titles.heading(variable.id())))).toList();
    List<OfferedMeasure> measures = Answering.measures().map(measure -> new OfferedMeasure(measure.id(), measure.amount() != null ? "amount" : measure.yes() != null ? "yes" : "firms",
        titles.heading(measure.id()), measure.amount() == null ? null : measure.amount().unit)).toList();
    return new Offer(properties.k(), dimensions, measures);
  }

  @GetMapping("/api/census/statistics")
  ResponseEntity<Statistics> statistics(@RequestParam(required = false) @Nullable String territory, @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String by2, @RequestParam(required = false) @Nullable String filter,
      @RequestParam(required = false) @Nullable String measure, @RequestParam(defaultValue = "false") boolean exact) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate()).body(answer(territory, by, by2, filter, measure, exact));
  }

  /** @param lang in which the table is written, it or en; what the browser prefers without it */
  @GetMapping("/api/census/statistics.csv")
  void csv(@RequestParam(required = false) @Nullable String territory, @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String by2, @RequestParam(required = false) @Nullable String filter,
      @RequestParam(required = false) @Nullable String measure, @RequestParam(defaultValue = "false") boolean exact,
      @RequestParam(required = false) @Nullable String lang, Locale locale, HttpServletResponse response) throws IOException {
    Statistics statistics = answer(territory, by, by2, filter, measure, exact);
    file(response, statistics, "text/csv;charset=utf-8", "csv");
    StatisticsFile.csv(statistics, locale.getLanguage(), response.getOutputStream());
  }

  @GetMapping("/api/census/statistics.xlsx")
  void xlsx(@RequestParam(required = false) @Nullable String territory, @RequestParam(required = false) @Nullable String by,
      @RequestParam(required = false) @Nullable String by2, @RequestParam(required = false) @Nullable String filter,
      @RequestParam(required = false) @Nullable String measure, @RequestParam(defaultValue = "false") boolean exact,
      @RequestParam(required = false) @Nullable String lang, Locale locale, HttpServletResponse response) throws IOException {
    Statistics statistics = answer(territory, by, by2, filter, measure, exact);
    file(response, statistics, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
    StatisticsFile.xlsx(statistics, locale.getLanguage(), response.getOutputStream());
  }

  /** Every measure of a territory, or of the area that filter names. */
  @GetMapping("/api/census/overview")
  ResponseEntity<Overview> overview(@RequestParam String territory, @RequestParam(required = false) @Nullable String filter, @RequestParam(defaultValue = "false") boolean exact) {
    check(territory, exact);
    return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePrivate()).body(answering.overview(territory, filter, exact));
  }

  /** Publishes the figures as they are now, instead of waiting for the next edition. */
  @PostMapping("/api/census/editions")
  Edition renew(@RequestParam String territory) {
    CurrentAccount.get().checkReview("company", territory, null);
    return editions.renew(territory);
  }

  private Statistics answer(@Nullable String territory, @Nullable String by, @Nullable String by2, @Nullable String filter, @Nullable String measure, boolean exact) {
    check(territory, exact);
    return answering.answer(StatisticsQuestion.of(territory, by, by2, filter, measure, exact));
  }

  private static void check(@Nullable String territory, boolean exact) {
    if (exact) {
      CurrentAccount caller = CurrentAccount.get();
      if (!caller.seesDeskFields() || caller.territory() != null && !caller.territory().equals(territory)) {
        throw new RefusedException(HttpStatus.FORBIDDEN, "forbidden", "Exact figures are for the desk of the territory.", "exact", null);
      }
    }
  }

  private static void file(HttpServletResponse response, Statistics statistics, String type, String ending) {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    String name = "comparto_census_" + (statistics.territory() == null ? "" : statistics.territory() + "_") + statistics.by().id() + "_" + statistics.measure().id()
        + (statistics.exact() ? "_exact" : "");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name + "." + ending).build().toString());
  }
}
