package org.comparto.district;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comparto.account.CurrentAccount;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads networks from a CSV table with one row for each member: network, kind, company (its code), role, joined_on, left_on, and of the network itself
 * register_number, register_date, purpose_it, purpose_en, brand, website, source in its first row. All of it is taken or nothing.
 */
@Component
class NetworkImport {

  private static final CsvMapper CSV = CsvMapper.builder().build();
  private static final int MOST_ROWS = 20_000;

  /** What became of it. */
  record Result(int networks, int members) {}

  private final Networks networks;
  private final JdbcClient db;

  NetworkImport(Networks networks, JdbcClient db) {
    this.networks = networks;
    this.db = db;
  }

  /** @throws InvalidInputException naming the row that can not be taken */
  @Transactional
  public Result take(String territory, String text) {
    CurrentAccount.get().checkPropose("company", territory, CurrentAccount.get().municipality());
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    List<Map<String, String>> read = read(text);
    for (int i = 0; i < read.size(); i++) {
      String name = value(read.get(i), "network");
      if (name == null) {
        throw new InvalidInputException("body", "row " + (i + 2) + " names no network; the columns are network, kind, company, role, joined_on and left_on");
      }
      read.get(i).put("row", String.valueOf(i + 2)); // as a spreadsheet counts, the heads being the first
      rows.computeIfAbsent(name, one -> new ArrayList<>()).add(read.get(i));
    }
    rows.forEach((name, members) -> networks.create(network(territory, name, members)));
    return new Result(rows.size(), read.size());
  }

  private static List<Map<String, String>> read(String text) {
    char separator = text.lines().findFirst().orElse("").contains(";") ? ';' : ',';
    CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
    try (var rows = CSV.readerForMapOf(String.class).with(schema).<Map<String, String>>readValues(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      List<Map<String, String>> read = rows.readAll();
      if (read.isEmpty() || read.size() > MOST_ROWS) {
        throw new InvalidInputException("body", "the table has " + read.size() + " rows; it must have 1 to " + MOST_ROWS);
      }
      return read;
    } catch (JacksonException e) {
      throw new InvalidInputException("body", "the table can not be read as CSV; its first line must name the columns");
    }
  }

  private NewNetwork network(String territory, String name, List<Map<String, String>> rows) {
    Map<String, String> first = rows.get(0);
    List<NewNetwork.Member> members = rows.stream().map(row -> {
      String code = value(row, "company");
      Long company = code == null ? null : db.sql("SELECT id FROM company WHERE territory_code = :territory AND code = :code").param("territory", territory).param("code", code)
          .query(Long.class).optional().orElse(null);
      if (company == null) {
        throw new InvalidInputException("body", "row " + row.get("row") + ": the territory has no company with the code \"" + Objects.requireNonNullElse(code, "") + "\"");
      }
      return new NewNetwork.Member(company, value(row, "role"), value(row, "joined_on"), value(row, "left_on"));
    }).toList();
    return new NewNetwork(territory, name, Objects.requireNonNullElse(value(first, "kind"), "other"), value(first, "production_chain"), value(first, "register_number"),
        value(first, "register_date"), value(first, "purpose_it"), value(first, "purpose_en"), value(first, "brand"), value(first, "website"), value(first, "source"), false, members);
  }

  private static @Nullable String value(Map<String, String> row, String column) {
    String value = row.get(column);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
