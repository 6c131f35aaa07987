package org.comparto.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.campaign.Document.GroupEntry;
import org.comparto.campaign.Document.HostEntry;
import org.comparto.campaign.TableRow.Mistake;
import org.comparto.mail.Words;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Groups, preferences and hosts out of tables. Nothing is kept; where something is wrong there is the list of it and no rows at all. */
@Component
class Tables {

  /** What was read. The list of the table's kind is there, the others are null. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Read(int rows, List<Mistake> problems, @Nullable List<GroupEntry> groups, @Nullable List<Preferences> preferences, @Nullable List<HostEntry> hosts) {}

  /** What a group prefers. */
  record Preferences(String group, List<String> preferences) {}

  /** Our names of the columns of each table, and what else people call them, in both languages. */
  private static final Map<String, Map<String, List<String>>> COLUMNS = Map.of(
      "groups", columns("id", "gruppo group codice", "school", "scuola istituto", "name", "classe nome class", "municipality", "comune", "lon", "longitudine longitude", "lat",
          "latitudine latitude", "level", "grado livello", "age", "età eta", "people", "persone alunni pupils", "wheelchair", "carrozzina sedia_a_rotelle", "languages",
          "lingue lingua language", "preferences", "preferenze", "max_km", "km_max distanza_max", "visits", "visite", "days", "giorni date", "leaves", "partenza parte", "back",
          "rientro ritorno"),
      "preferences", columns("group", "gruppo id codice", "preferences", "preferenze"),
      "hosts", columns("id", "sede codice host", "name", "nome azienda company", "municipality", "comune", "lon", "longitudine longitude", "lat", "latitudine latitude", "seats",
          "posti", "groups", "gruppi", "per_day", "al_giorno", "in_all", "in_tutto", "levels", "gradi", "age_from", "età_da eta_da", "age_to", "età_a eta_a", "languages", "lingue",
          "wheelchair", "carrozzina sedia_a_rotelle", "themes", "temi"));

  private final Municipalities municipalities;

  Tables(Municipalities municipalities) {
    this.municipalities = municipalities;
  }

  private static Map<String, List<String>> columns(String... namesAndOthers) {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    for (int i = 0; i < namesAndOthers.length; i += 2) {
      columns.put(namesAndOthers[i], List.of(namesAndOthers[i + 1].split(" ")));
    }
    return columns;
  }

  /** The columns of a template. @param language it for Italian names */
  static List<String> header(String kind, String language) {
    List<String> header = new ArrayList<>();
    COLUMNS.get(kind).forEach((name, others) -> {
      String shown = language.equals("it") && !List.of("id", "lon", "lat").contains(name) ? others.get(0) : name;
      if (name.equals("preferences")) {
        for (int i = 1; i <= 3; i++) {
          header.add((language.equals("it") ? "preferenza_" : "preference_") + i);
        }
      } else {
        header.add(shown);
      }
    });
    return header;
  }

  Read read(String kind, byte[] file, String language) {
    if (!COLUMNS.containsKey(kind)) {
      throw new InvalidInputException("table", "table must be one of groups, preferences, hosts");
    }
    Words words = Words.in("campaign", language);
    List<Mistake> mistakes = new ArrayList<>();
    Table table = Table.read(file).orElse(null);
    if (table == null || table.rows().isEmpty()) {
      return new Read(0, List.of(new Mistake(1, null, words.say(table == null ? "table.unreadable" : "table.empty"))), null, null, null);
    }
    int most = kind.equals("hosts") ? Document.MOST_HOSTS : Document.MOST_GROUPS;
    if (table.rows().size() > most) {
      return new Read(table.rows().size(), List.of(new Mistake(1, null, words.say("table.rows", table.rows().size(), most))), null, null, null);
    }
    List<TableRow> rows = rows(kind, table, words, mistakes);
    Map<String, Municipalities.Place> places = kind.equals("preferences") ? Map.of() : municipalities.all(null);
    String key = kind.equals("preferences") ? "group" : "id";
    Map<String, Integer> seen = new HashMap<>();
    rows.forEach(row -> {
      String id = row.text(key);
      Integer before = id == null ? null : seen.putIfAbsent(id, row.number);
      if (id == null) {
        row.wrong(key, "table.required");
      } else if (before != null) {
        row.wrong(key, "table.twice", before);
      }
    });
    List<GroupEntry> groups = kind.equals("groups") ? rows.stream().map(row -> group(row, places)).toList() : null;
    List<HostEntry> hosts = kind.equals("hosts") ? rows.stream().map(row -> host(row, places)).toList() : null;
    List<Preferences> preferences = kind.equals("preferences") ? rows.stream().map(row -> new Preferences(String.valueOf(row.text("group")), preferences(row))).toList() : null;
    mistakes.sort((a, b) -> Integer.compare(a.row(), b.row()));
    return mistakes.isEmpty() ? new Read(rows.size(), List.of(), groups, preferences, hosts) : new Read(rows.size(), mistakes.stream().limit(500).toList(), null, null, null);
  }

  private static List<TableRow> rows(String kind, Table table, Words words, List<Mistake> mistakes) {
    Map<String, List<String>> known = COLUMNS.get(kind);
    List<String> names = new ArrayList<>();
    for (String head : table.header()) {
      String name = head.matches("prefer(ence|enza)_?\\d{1,2}") && known.containsKey("preferences") ? "preference_" + head.replaceAll("\\D", "")
          : known.entrySet().stream().filter(one -> one.getKey().equals(head) || one.getValue().contains(head)).map(Map.Entry::getKey).findFirst().orElse("");
      if (name.isEmpty() && !head.isEmpty()) {
        mistakes.add(new Mistake(1, head, words.say("table.column", head, String.join(", ", header(kind, words.locale().getLanguage())))));
      }
      names.add(name);
    }
    return table.rows().stream().map(line -> {
      Map<String, String> cells = new HashMap<>();
      Map<String, String> named = new HashMap<>();
      for (int i = 0; i < names.size(); i++) {
        if (!names.get(i).isEmpty()) {
          cells.putIfAbsent(names.get(i), line.cells().get(i));
          named.putIfAbsent(names.get(i), table.header().get(i));
        }
      }
      return new TableRow(line.number(), cells, named, words, mistakes);
    }).toList();
  }

  private static GroupEntry group(TableRow row, Map<String, Municipalities.Place> places) {
    List<String> wishes = preferences(row);
    List<JsonNode> preferences = wishes.isEmpty() ? null : wishes.stream().map(wish -> (JsonNode) StringNode.valueOf(wish)).toList();
    return new GroupEntry(String.valueOf(row.text("id")), row.text("school"), row.text("name"), point(row, places), row.text("level"), row.whole("age", 1, 120),
        required(row, "people", row.whole("people", 1, 1000)), row.yes("wheelchair"), row.list("languages"), preferences, row.decimal("max_km", 0, 10_000),
        row.whole("visits", 1, 2), row.dates("days"), row.time("leaves"), row.time("back"));
  }

  private static HostEntry host(TableRow row, Map<String, Municipalities.Place> places) {
    return new HostEntry(String.valueOf(row.text("id")), null, row.text("name"), point(row, places), row.whole("seats", 1, 100_000), row.whole("groups", 0, 1000),
        row.whole("per_day", 0, 10_000), row.whole("in_all", 0, 10_000), row.list("levels"), row.whole("age_from", 0, 150), row.whole("age_to", 0, 150), row.list("languages"),
        row.yes("wheelchair"), row.list("themes"), null);
  }

  private static <T> @Nullable T required(TableRow row, String column, @Nullable T value) {
    if (row.text(column) == null) {
      row.wrong(column, "table.required");
    }
    return value;
  }

  private static List<String> preferences(TableRow row) {
    List<String> wishes = new ArrayList<>(Document.some(row.list("preferences")));
    for (int i = 1; i <= 30; i++) {
      String wish = row.text("preference_" + i);
      if (wish != null) {
        wishes.add(wish);
      }
    }
    return wishes.stream().distinct().limit(30).toList();
  }

  /** By coordinates, else somewhere in the municipality. */
  private static @Nullable Point point(TableRow row, Map<String, Municipalities.Place> places) {
    Double lon = row.decimal("lon", -180, 180);
    Double lat = row.decimal("lat", -90, 90);
    if ((row.text("lon") == null) != (row.text("lat") == null)) {
      row.wrong(row.text("lon") == null ? "lon" : "lat", "table.both");
    }
    if (lon != null && lat != null) {
      return new Point(lon, lat);
    }
    String name = row.text("municipality");
    if (row.text("lon") == null && row.text("lat") == null && name == null) {
      row.wrong("lon", "table.required");
    } else if (name != null && Municipalities.in(places, name).isEmpty()) {
      row.wrong("municipality", "table.place", name);
    }
    return name == null ? null : Municipalities.in(places, name).orElse(null);
  }
}
