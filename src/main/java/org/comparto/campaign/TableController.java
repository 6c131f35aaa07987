package org.comparto.campaign;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.comparto.encoding.CsvTable;
import org.comparto.problem.NotFoundException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables of groups, preferences and hosts: empty ones to fill in, and reading them. */
@RestController
class TableController {

  private final Tables tables;

  TableController(Tables tables) {
    this.tables = tables;
  }

  /** @param table groups, preferences or hosts */
  @PostMapping("/api/campaigns/tables")
  Tables.Read read(HttpServletRequest request, @RequestParam String table, @RequestParam(required = false) @Nullable String lang) throws IOException {
    return tables.read(table, Bodies.bytes(request), SolveController.language());
  }

  /** @param file groups.csv, groups.xlsx, and the same of preferences and hosts */
  @GetMapping("/api/campaigns/templates/{file}")
  ResponseEntity<byte[]> template(@PathVariable String file, @RequestParam(required = false) @Nullable String lang) throws IOException {
    if (!file.matches("(groups|preferences|hosts)\\.(csv|xlsx)")) {
      throw new NotFoundException("file", "There are groups, preferences and hosts, each as .csv and .xlsx.");
    }
    List<String> header = Tables.header(file.substring(0, file.indexOf('.')), SolveController.language());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (file.endsWith(".csv")) {
      try (CsvTable csv = new CsvTable(out, ';')) {
        header.forEach(csv::value);
        csv.endRow();
      }
      return CampaignFiles.file(out.toByteArray(), CampaignFiles.CSV, file);
    }
    try (Workbook workbook = new Workbook(out, "Comparto", null)) {
      Worksheet sheet = workbook.newWorksheet(file.substring(0, file.indexOf('.')));
      for (int i = 0; i < header.size(); i++) {
        sheet.inlineString(0, i, header.get(i));
        sheet.style(0, i).bold().set();
        sheet.width(i, 16);
      }
      sheet.finish();
    }
    return CampaignFiles.file(out.toByteArray(), CampaignFiles.XLSX, file);
  }
}
