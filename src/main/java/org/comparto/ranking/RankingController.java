package org.comparto.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Attribute;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Plots in order by what counts for somebody: as an answer, as a workbook, and as the values with which a browser ranks by itself. */
@RestController
class RankingController {

  /** @param limit how many of the first plots the answer lists */
  record Question(@Nullable String filter, @Nullable List<Wish> criteria, @Nullable Integer limit) {}

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 5_000;

  private final Ranker ranker;
  private final PlotReading reading;
  private final RankingWorkbook workbook;

  RankingController(Ranker ranker, PlotReading reading, RankingWorkbook workbook) {
    this.ranker = ranker;
    this.reading = reading;
    this.workbook = workbook;
  }

  @PostMapping(path = "/api/plots/ranking", consumes = MediaType.APPLICATION_JSON_VALUE)
  Answer rank(@RequestBody Question question, @RequestParam(required = false) @Nullable String lang) {
    return ranker.answer(blankless(question.filter()), question.criteria(), Criteria.IN_BODY, limit(question.limit()), language());
  }

  /** The same by link: {@code rank} as {@link RankText} says. */
  @GetMapping("/api/plots/ranking")
  ResponseEntity<Answer> rank(@RequestParam(required = false) @Nullable String filter, @RequestParam String rank,
      @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String lang) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache())
        .body(ranker.answer(filter, RankText.parse(rank), Criteria.IN_LINK, limit(limit), language()));
  }

  /** A workbook whose scores are formulas over its own weights and values; as many of the first plots as {@code limit} says. */
  @GetMapping("/api/plots/ranking.xlsx")
  ResponseEntity<byte[]> workbook(@RequestParam(required = false) @Nullable String filter, @RequestParam String rank,
      @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String lang) {
    Ranker.Ranked ranked = ranker.rank(filter, RankText.parse(rank), Criteria.IN_LINK);
    byte[] bytes = workbook.write(ranked, filter, limit == null ? MOST : limit(limit), language());
    String name = (language().equals("en") ? "comparto_ranking" : "comparto_graduatoria") + ".xlsx";
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).contentType(MediaType.parseMediaType(RankingWorkbook.MEDIA_TYPE))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(bytes);
  }

  /**
   * The values of some attributes, column by column.
   *
   * @param total how many plots meet the filter
   * @param complete false if there are more than {@value #MOST}: then ids are empty, and the server has to rank
   * @param columns in the order asked for; days as numbers from 1970-01-01, truth as 1 and 0, null for what is not known
   */
  record Values(int total, boolean complete, long[] ids, List<String> names, List<List<@Nullable Number>> columns) {}

  @GetMapping("/api/plots/values")
  ResponseEntity<Values> values(@RequestParam(required = false) @Nullable String filter, @RequestParam String attributes) {
    List<Attribute> chosen = Arrays.stream(attributes.split(",", -1)).distinct().map(this::countable).toList();
    PlotValues values = reading.read(filter, chosen);
    boolean complete = values.size() <= MOST;
    List<List<@Nullable Number>> columns = new ArrayList<>();
    for (double[] column : complete ? values.columns() : new double[chosen.size()][0]) {
      columns.add(Arrays.stream(column).mapToObj(RankingController::plain).toList());
    }
    long[] ids = complete ? values.ids() : new long[0];
    Map<Long, String> names = reading.names(ids);
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new Values(values.size(), complete, ids,
        Arrays.stream(ids).mapToObj(id -> names.getOrDefault(id, String.valueOf(id))).toList(), columns));
  }

  private Attribute countable(String name) {
    return reading.plot().findAttribute(name).filter(Criteria::isCountable).orElseThrow(() -> new InvalidInputException("attributes",
        reading.plot().insteadOf(name).orElseGet(() -> "plots have no number, day or yes-or-no called \"" + name + "\"; they have " + String.join(", ",
            reading.plot().attributes().stream().filter(Criteria::isCountable).map(Attribute::name).toList()))));
  }

  /** Whole numbers without a decimal point: they are most of the answer. */
  private static @Nullable Number plain(double value) {
    return Double.isNaN(value) ? null : value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) (long) value : (Number) value;
  }

  private static @Nullable String blankless(@Nullable String filter) {
    return filter == null || filter.isBlank() ? null : filter;
  }

  private static int limit(@Nullable Integer limit) {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw new InvalidInputException("limit", "limit is " + limit + "; it must be from 1 to " + MOST);
    }
    return limit == null ? DEFAULT_LIMIT : limit;
  }

  static String language() {
    return LocaleContextHolder.getLocale().getLanguage();
  }
}
