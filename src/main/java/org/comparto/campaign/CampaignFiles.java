package org.comparto.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comparto.account.CurrentAccount;
import org.comparto.campaign.Document.GroupEntry;
import org.comparto.campaign.Document.HostEntry;
import org.comparto.campaign.Result.Assignment;
import org.comparto.encoding.CsvTable;
import org.comparto.mail.Words;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The programme of a campaign as files: a row for each visit; as a workbook by group, by host and by day, with who is not served and the figures. */
@RestController
class CampaignFiles {

  static final String CSV = "text/csv;charset=UTF-8";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> COLUMNS = List.of("group", "school", "level", "people", "host", "date", "from", "to", "preference", "km", "minutes", "locked", "remarks");

  private final Campaigns campaigns;
  private final Results results;

  CampaignFiles(Campaigns campaigns, Results results) {
    this.campaigns = campaigns;
    this.results = results;
  }

  /** What a file is made of. */
  private record Programme(Campaign campaign, Result result, Words words, Map<String, GroupEntry> groups, Map<String, HostEntry> hosts) {

    String say(String key) {
      return words.say(key);
    }
  }

  @GetMapping("/api/campaigns/{id}/result.csv")
  ResponseEntity<byte[]> csv(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, @RequestParam(required = false) @Nullable String lang) throws IOException {
    Programme programme = programme(id, account);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xEF); // spreadsheets take UTF-8 for what it is by this mark only
    out.write(0xBB);
    out.write(0xBF);
    try (CsvTable csv = new CsvTable(out, ';')) {
      COLUMNS.forEach(column -> csv.value(programme.say("column." + column)));
      csv.endRow();
      for (List<Object> row : rows(programme, Comparator.comparing(Assignment::group))) {
        row.forEach(cell -> csv.value(cell == null ? null : harmless(cell)));
        csv.endRow();
      }
    }
    return file(out.toByteArray(), CSV, name(programme) + ".csv");
  }

  @GetMapping("/api/campaigns/{id}/result.xlsx")
  ResponseEntity<byte[]> workbook(@AuthenticationPrincipal CurrentAccount account, @PathVariable long id, @RequestParam(required = false) @Nullable String lang)
      throws IOException {
    Programme programme = programme(id, account);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Comparto", null)) {
      Comparator<Assignment> byTime = Comparator.comparing(Assignment::date).thenComparing(Assignment::from);
      sheet(workbook, programme, "groups", rows(programme, Comparator.comparing(Assignment::group).thenComparing(byTime)));
      sheet(workbook, programme, "hosts", rows(programme, Comparator.comparing((Assignment one) -> title(programme, one)).thenComparing(byTime)));
      sheet(workbook, programme, "days", rows(programme, byTime.thenComparing(one -> title(programme, one))));
      unmatched(workbook, programme);
      loads(workbook, programme);
      summary(workbook, programme);
    }
    return file(out.toByteArray(), XLSX, name(programme) + ".xlsx");
  }

  static ResponseEntity<byte[]> file(byte[] bytes, String type, String name) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(bytes);
  }

  private Programme programme(long id, CurrentAccount account) {
    Campaigns.Seen seen = campaigns.seen(id, account);
    Campaign campaign = seen.campaign();
    String language = SolveController.language();
    Document document = campaign.question();
    return new Programme(campaign, results.of(seen, language), Words.in("campaign", language),
        Document.some(document.groups()).stream().collect(Collectors.toMap(GroupEntry::id, Function.identity())),
        Document.some(document.hosts()).stream().collect(Collectors.toMap(HostEntry::id, Function.identity())));
  }

  private static String name(Programme programme) {
    return programme.say("file") + "_" + programme.campaign().id();
  }

  private static String title(Programme programme, Assignment one) {
    return programme.hosts().get(one.host()).title();
  }

  private static List<List<Object>> rows(Programme programme, Comparator<Assignment> order) {
    return programme.result().assignments().stream().sorted(order).map(one -> {
      GroupEntry group = programme.groups().get(one.group());
      List<Object> row = new ArrayList<>();
      row.add(group.name() == null ? group.id() : group.name());
      row.add(group.school());
      row.add(group.level());
      row.add(group.people());
      row.add(title(programme, one));
      row.add(one.date().toString());
      row.add(one.from().toString());
      row.add(one.to().toString());
      row.add(one.preference());
      row.add(one.metres() == null ? null : Math.round(one.metres() / 100.0) / 10.0);
      row.add(one.minutes());
      row.add(one.locked() ? "x" : null);
      row.add(one.violations().isEmpty() ? null : one.violations().stream().map(Result.Broken::text).collect(Collectors.joining("; ")));
      return row;
    }).toList();
  }

  private static void sheet(Workbook workbook, Programme programme, String key, List<List<Object>> rows) throws IOException {
    table(workbook, programme.say("sheet." + key), COLUMNS.stream().map(column -> programme.say("column." + column)).toList(), rows);
  }

  private static void unmatched(Workbook workbook, Programme programme) throws IOException {
    table(workbook, programme.say("sheet.unmatched"), List.of(programme.say("column.group"), programme.say("column.school"), programme.say("column.visits"),
        programme.say("column.remarks")), programme.result().unmatched().stream().map(one -> {
          GroupEntry group = programme.groups().get(one.group());
          return row(group.name() == null ? group.id() : group.name(), group.school(), one.missing(), one.text());
        }).toList());
  }

  private static void loads(Workbook workbook, Programme programme) throws IOException {
    table(workbook, programme.say("column.groups"), List.of(programme.say("column.host"), programme.say("column.groups"), programme.say("column.people"),
        programme.say("column.slots"), programme.say("column.used")), programme.result().hosts().stream()
            .map(load -> row(programme.hosts().get(load.host()).title(), load.groups(), load.people(), load.slots(), load.used())).toList());
  }

  private static void summary(Workbook workbook, Programme programme) throws IOException {
    Result.Figures figures = programme.result().figures();
    List<List<Object>> rows = new ArrayList<>();
    line(rows, programme, "campaign", programme.campaign().name());
    line(rows, programme, "made", LocalDate.now(ZoneId.of("Europe/Rome")).toString());
    line(rows, programme, "visits", figures.visits().served());
    line(rows, programme, "wanted", figures.visits().wanted());
    line(rows, programme, "visitsBound", figures.visits().bound());
    line(rows, programme, "preferences", figures.preferences().share());
    line(rows, programme, "preferencesBound", figures.preferences().boundShare());
    line(rows, programme, "satisfied", figures.preferences().satisfied());
    line(rows, programme, "first", figures.preferences().first());
    line(rows, programme, "least", figures.fairness().least());
    line(rows, programme, "most", figures.fairness().most());
    line(rows, programme, "mean", figures.fairness().mean());
    line(rows, programme, "idle", figures.fairness().idle());
    line(rows, programme, "fairness", figures.fairness().index());
    line(rows, programme, "minutes", figures.travel().minutes());
    if (programme.result().search() != null) {
      line(rows, programme, "seed", programme.result().search().seed());
    }
    if (programme.result().demonstration()) {
      line(rows, programme, "note", programme.say("summary.demonstration"));
    }
    programme.result().warnings().forEach(warning -> line(rows, programme, "note", warning));
    table(workbook, programme.say("sheet.summary"), List.of(), rows);
  }

  private static void line(List<List<Object>> rows, Programme programme, String key, Object value) {
    rows.add(row(programme.say("summary." + key), value));
  }

  private static List<Object> row(@Nullable Object... cells) {
    List<Object> row = new ArrayList<>();
    java.util.Collections.addAll(row, cells);
    return row;
  }

  private static void table(Workbook workbook, String title, List<String> heads, List<List<Object>> rows) throws IOException {
    Worksheet sheet = workbook.newWorksheet(title);
    for (int column = 0; column < heads.size(); column++) {
      sheet.inlineString(0, column, heads.get(column));
      sheet.style(0, column).bold().set();
    }
    int first = heads.isEmpty() ? 0 : 1;
    int width = heads.isEmpty() ? 2 : heads.size();
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < rows.get(i).size(); column++) {
        Object value = rows.get(i).get(column);
        if (value instanceof Number number) {
          sheet.value(first + i, column, number);
        } else if (value != null) {
          sheet.inlineString(first + i, column, value.toString());
        }
      }
    }
    for (int column = 0; column < width; column++) {
      sheet.width(column, column == width - 1 || heads.isEmpty() ? 44 : 16);
    }
    if (!heads.isEmpty()) {
      sheet.freezePane(0, 1);
    }
    sheet.finish();
  }

  /** A spreadsheet takes what begins like this for a formula; whoever wrote the name of a class is not known. */
  private static String harmless(Object cell) {
    String text = cell.toString();
    return !(cell instanceof Number) && text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
  }
}
