package org.comparto.history;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.comparto.audit.AuditEntry;
import org.comparto.audit.AuditLog;
import org.comparto.encoding.Spreadsheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;

/** The audit log as a table for spreadsheets: UTF-8 with its mark, comma, RFC 4180, times in UTC. */
@Component
class AuditFile {

  private static final int PAGE = 1_000;
  private static final List<String> HEAD = List.of("id", "at", "who", "action", "subject", "detail");

  private final AuditLog log;

  AuditFile(AuditLog log) {
    this.log = log;
  }

  /** Page by page: the whole is never in memory, and no connection waits for a slow receiver. What is noted meanwhile is not in it. */
  void write(AuditLog.Filter filter, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\ufeff');
    try (SequenceWriter rows = new CsvMapper().writer().writeValues(writer)) {
      rows.write(HEAD);
      List<AuditEntry> page = log.list(filter, null, PAGE);
      while (!page.isEmpty()) {
        for (AuditEntry entry : page) {
          rows.write(Stream.of(String.valueOf(entry.id()), entry.at().toString(), entry.who(), entry.action(), entry.subject(), entry.detail())
              .map(AuditFile::cell).toList());
        }
        page = page.size() < PAGE ? List.of() : log.list(filter, page.get(PAGE - 1), PAGE);
      }
    }
  }

  private static String cell(@Nullable String text) {
    return text == null ? "" : Spreadsheets.harmless(text);
  }
}
