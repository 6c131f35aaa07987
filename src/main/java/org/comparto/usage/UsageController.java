package org.comparto.usage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.comparto.account.CurrentAccount;
import org.comparto.database.Sql;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;

/** The figures for the desk; an account of one territory sees the plots of that one. */
@RestController
class UsageController {

  private static final String BY_MONTH = Sql.load("usage/by-month.sql").text();
  private static final String BY_PLOT = Sql.load("usage/by-plot.sql").text();
  private static final String ROWS = Sql.load("usage/rows.sql").text();
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final int MOST_PLOTS = 500;

  /** @param attribute of a filter; empty for all else */
  record MonthCount(LocalDate month, String kind, String attribute, long count) {}

  /** @param code null if the plot is gone */
  record PlotCount(long plotId, @Nullable String code, @Nullable String name, @Nullable Long plotView, @Nullable Long factSheet, @Nullable Long inquiry) {}

  /** @param plots the most asked and read about first, at most so many */
  record Figures(YearMonth from, YearMonth to, List<MonthCount> months, List<PlotCount> plots) {}

  private record Row(LocalDate month, String kind, long plotId, @Nullable String code, String attribute, long count) {}

  private final JdbcClient db;
  private final Usage usage;
  private final JsonMapper json;

  UsageController(JdbcClient db, Usage usage, JsonMapper json) {
    this.db = db;
    this.usage = usage;
    this.json = json;
  }

  /**
   * Figures of some months, the present one and the eleven before it where none are named; as CSV every count as it is kept.
   *
   * @param from YYYY-MM
   * @param f json or csv
   */
  @GetMapping("/api/usage")
  void figures(@AuthenticationPrincipal CurrentAccount caller, @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to, @RequestParam(defaultValue = "json") String f, HttpServletResponse response) throws IOException {
    YearMonth last = to == null ? YearMonth.now(ROME) : month("to", to);
    YearMonth first = from == null ? last.minusMonths(11) : month("from", from);
    if (first.isAfter(last)) {
      throw new InvalidInputException("from", "from is " + first + ", after to, " + last);
    }
    if (!List.of("json", "csv").contains(f)) {
      throw new InvalidInputException("f", "f is \"" + f + "\"; there are json and csv");
    }
    usage.write(); // what this instance has counted is in
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    if (f.equals("csv")) {
      writeCsv(first, last, caller.territory(), response);
      return;
    }
    response.setContentType("application/json");
    json.writeValue(response.getOutputStream(), new Figures(first, last, asked(BY_MONTH, first, last, caller.territory()).query(MonthCount.class).list(),
        asked(BY_PLOT, first, last, caller.territory()).param("limit", MOST_PLOTS).query(PlotCount.class).list()));
  }

  private void writeCsv(YearMonth from, YearMonth to, @Nullable String territory, HttpServletResponse response) throws IOException {
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"usage-" + from + "-" + to + ".csv\"");
    Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    try (SequenceWriter rows = new CsvMapper().writer().writeValues(writer)) {
      rows.write(List.of("month", "kind", "plot_id", "plot_code", "attribute", "count"));
      for (Row row : asked(ROWS, from, to, territory).query(Row.class).list()) {
        rows.write(Arrays.asList(YearMonth.from(row.month()).toString(), row.kind(), row.plotId() == 0 ? "" : String.valueOf(row.plotId()),
            row.code() == null ? "" : row.code(), row.attribute(), String.valueOf(row.count())));
      }
    }
  }

  private JdbcClient.StatementSpec asked(String sql, YearMonth from, YearMonth to, @Nullable String territory) {
    return db.sql(sql).param("from", from.atDay(1)).param("to", to.atDay(1)).param("territory", territory);
  }

  private static YearMonth month(String parameter, String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new InvalidInputException(parameter, parameter + " is \"" + text + "\"; it is a month as 2026-11");
    }
  }
}
