package org.comparto.ateco;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.database.Sql;
import org.comparto.layer.Localized;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes of both versions, and what each is in the other. What no loaded table says is not known: then a code is only itself. */
@Component
public class Ateco {

  private static final String FIND = Sql.load("ateco/find.sql").text();
  private static final String COUNTERPARTS = Sql.load("ateco/counterparts.sql").text();
  private static final String REACH = Sql.load("ateco/reach.sql").text();

  /** Where the correspondence comes from. */
  public record Table(long id, String fileName, String source, String loadedBy, Instant loadedAt, long codes, long pairs) {}

  /** A code as it is written in one version. @param title null where nobody has loaded one */
  public record Code(String version, String code, @Nullable String title) {}

  /**
   * A code and what it is in the other version.
   *
   * @param division the short title of its division, where one is known
   * @param counterparts empty where no table says; several where it was split
   * @param certain whether it has one counterpart, which comes from it alone; everything else is to be confirmed by somebody who knows the firm
   */
  public record Entry(String version, String code, @Nullable String title, @Nullable Localized division, List<Code> counterparts, boolean certain) {}

  /** The beginnings of codes, by version, that somebody means who asks for one. */
  public record Reach(List<String> in2007, List<String> in2025) {}

  private record Pair(String fromCode, String version, String code, @Nullable String title, long back) {}

  private final JdbcClient db;
  private final Audit audit;

  Ateco(JdbcClient db, Audit audit) {
    this.db = db;
    this.audit = audit;
  }

  /** The table in force; empty if none was loaded. */
  public Optional<Table> table() {
    return db.sql("""
        SELECT t.id, t.file_name, t.source, t.loaded_by, t.loaded_at, (SELECT count(*) FROM ateco_code WHERE table_id = t.id) AS codes,
               (SELECT count(*) FROM ateco_transcoding WHERE table_id = t.id) AS pairs
        FROM ateco_table AS t WHERE t.in_force""").query(Table.class).optional();
  }

  /** What a code of a company is in the other version; empty if it is none. */
  public Optional<Entry> entry(String version, String code) {
    if (!AtecoCode.isCode(code)) {
      return Optional.empty();
    }
    String title = db.sql("SELECT title FROM ateco_code WHERE version = :version AND code = :code AND title IS NOT NULL").param("version", version)
        .param("code", code).query(String.class).optional().orElse(null);
    return Optional.of(entries(version, List.of(new Code(version, code, title))).get(0));
  }

  /** Codes of both versions by their beginning or by words of their titles. */
  List<Entry> find(@Nullable String beginning, @Nullable String words, int limit) {
    List<Code> found = db.sql(FIND).param("beginning", beginning).param("words", words).param("limit", limit).query(Code.class).list();
    List<Entry> entries = new ArrayList<>();
    if (found.isEmpty()) {
      Divisions.titles().forEach((division, title) -> {
        boolean fits = beginning != null ? beginning.startsWith(division)
            : words != null && (title.it() + " " + title.en()).toLowerCase(java.util.Locale.ROOT).contains(words.toLowerCase(java.util.Locale.ROOT));
        if (fits) {
          entries.add(new Entry("2025", division, null, title, List.of(), false));
        }
      });
    }
    for (String version : List.of("2007", "2025")) {
      entries.addAll(entries(version, found.stream().filter(one -> one.version().equals(version)).toList()));
    }
    return entries;
  }

  private List<Entry> entries(String version, List<Code> codes) {
    Map<String, List<Pair>> pairs = codes.isEmpty() ? Map.of() : db.sql(COUNTERPARTS).param("version", version)
        .param("codes", codes.stream().map(Code::code).toArray(String[]::new)).query(Pair.class).list().stream()
        .collect(Collectors.groupingBy(Pair::fromCode, TreeMap::new, Collectors.toList()));
    return codes.stream().map(one -> {
      List<Pair> others = pairs.getOrDefault(one.code(), List.of());
      return new Entry(version, one.code(), one.title(), Divisions.title(version, one.code().substring(0, 2)).orElse(null),
          others.stream().map(pair -> new Code(pair.version(), pair.code(), pair.title())).toList(), others.size() == 1 && others.get(0).back() == 1);
    }).toList();
  }

  /**
   * What to look for where somebody asks for the beginning of a code, in whichever version it is meant.
   *
   * @throws org.comparto.problem.InvalidInputException naming the parameter, if it is none
   */
  public Reach reach(String parameter, String asked) {
    String beginning = AtecoCode.beginning(parameter, asked);
    List<Code> others = db.sql(REACH).param("beginning", beginning).query((row, n) -> new Code(row.getString("version"), row.getString("code"), null)).list();
    return new Reach(of("2007", beginning, others), of("2025", beginning, others));
  }

  private static List<String> of(String version, String beginning, List<Code> others) {
    List<String> all = new ArrayList<>(List.of(beginning));
    others.stream().filter(one -> one.version().equals(version) && !one.code().startsWith(beginning)).map(Code::code).forEach(all::add);
    return all;
  }

  /** Puts a table in the place of the one before. */
  @Transactional
  public Table replace(Correspondence table, String fileName, String source, String by) {
    db.sql("SELECT pg_advisory_xact_lock(hashtextextended('ateco-table', 0))").query((row, n) -> true).list();
    db.sql("DELETE FROM ateco_code").update();
    db.sql("DELETE FROM ateco_transcoding").update();
    db.sql("UPDATE ateco_table SET in_force = false WHERE in_force").update();
    long id = db.sql("INSERT INTO ateco_table (file_name, source, loaded_by) VALUES (:file, :source, :by) RETURNING id").param("file", fileName)
        .param("source", source).param("by", by).query(Long.class).single();
    String[] old = table.pairs().stream().map(Correspondence.Pair::code2007).toArray(String[]::new);
    String[] fresh = table.pairs().stream().map(Correspondence.Pair::code2025).toArray(String[]::new);
    codes(id, "2007", old, table.pairs().stream().map(Correspondence.Pair::title2007).toArray(String[]::new));
    codes(id, "2025", fresh, table.pairs().stream().map(Correspondence.Pair::title2025).toArray(String[]::new));
    db.sql("INSERT INTO ateco_transcoding SELECT DISTINCT a, b, CAST(:id AS bigint) FROM unnest(CAST(:old AS text[]), CAST(:fresh AS text[])) AS t (a, b)").param("id", id)
        .param("old", old).param("fresh", fresh).update();
    audit.note(by, AuditAction.LOAD_APPLIED, "ateco:" + id, "file " + fileName + ", source " + source + ": " + table.pairs().size() + " lines");
    return table().orElseThrow();
  }

  private void codes(long table, String version, String[] codes, @Nullable String[] titles) {
    db.sql("INSERT INTO ateco_code SELECT CAST(:version AS text), code, max(title), CAST(:id AS bigint)"
        + " FROM unnest(CAST(:codes AS text[]), CAST(:titles AS text[])) AS t (code, title) GROUP BY code")
        .param("version", version).param("id", table).param("codes", codes).param("titles", titles).update();
  }
}
