package org.comparto.census;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comparto.testing.Committed;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The census takes companies in by hand and by file, keeps them to itself until they consent, and finds them by either version of ATECO. */
@IntegrationTest
class CensusTest {

  /** Invented: the true table is ISTAT's, and is loaded by who has it. */
  private static final String TABLE = """
      Codice ATECO 2007;Titolo ATECO 2007;Codice ATECO 2025;Titolo ATECO 2025
      25.11.00;Fabbricazione di strutture (prova);25.11.10;Strutture, una parte (prova)
      25.11.00;Fabbricazione di strutture (prova);25.11.20;Strutture, altra parte (prova)
      98.76.00;Attività di prova;97.65.00;Attività di prova rinumerata
      """;

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transactions;
  People people;
  String desk;
  double lon;
  double lat;

  @BeforeEach
  void aDeskAndAPlace() {
    people = new People(db, port);
    desk = people.token("desk", "read", "propose", "write", "load");
    JsonNode at = Http.get(port, "/ogc/collections/company/items?limit=1").json().path("features").get(0).path("geometry").path("coordinates");
    lon = at.get(0).asDouble();
    lat = at.get(1).asDouble();
  }

  @AfterEach
  void asItWas() {
    Committed.write(transactions, db.sql("DELETE FROM company WHERE code LIKE 'CENSUS-%' OR name LIKE 'CENSUS %'"));
    db.sql("DELETE FROM load WHERE author LIKE 'test-%'").update();
    db.sql("DELETE FROM ateco_table").update();
    people.remove();
  }

  @Test
  void aCompanyOfEitherVersionIsFoundByTheCodeOfTheOther() {
    assertThat(Http.get(port, "/api/ateco?q=25.11").json().has("table")).as("nothing is made up").isFalse();
    assertThat(Http.get(port, "/api/ateco?q=25.11").json().path("codes").get(0).path("code").asString()).isEqualTo("25");
    Http.Answer loaded = Http.sendAs(port, "POST", "/api/ateco/tables?name=tavola.csv&source=prova", TABLE, "application/octet-stream", "Authorization", "Bearer " + desk);
    assertThat(loaded.status()).as(loaded.text()).isEqualTo(201);
    assertThat(loaded.json().path("table").path("pairs").asInt()).isEqualTo(3);
    JsonNode split = Http.get(port, "/api/ateco?q=251100").json().path("codes").get(0);
    assertThat(split.path("counterparts").findValuesAsString("code")).containsExactly("25.11.10", "25.11.20");
    assertThat(split.path("certain").asBoolean()).as("which of the two is to be confirmed").isFalse();
    assertThat(Http.get(port, "/api/ateco?q=97.65").json().path("codes").get(0).path("certain").asBoolean()).isTrue();
    assertThat(Http.get(port, "/api/ateco?q=97.65").json().path("table").path("source").asString()).isEqualTo("prova");

    create("CENSUS-2007", "98.76.00", "2007");
    create("CENSUS-2025", "97.65.00", "2025");
    for (String asked : new String[] {"98.76", "97.65"}) {
      JsonNode found = send("GET", "/api/census/companies?ateco=" + asked, null).json();
      assertThat(found.path("companies").findValuesAsString("code")).as(asked).containsExactlyInAnyOrder("CENSUS-2007", "CENSUS-2025");
      assertThat(found.path("companies").valueStream().filter(one -> one.path("byOtherVersion").asBoolean()).count()).isEqualTo(1);
    }
    assertThat(send("GET", "/api/census/companies?ateco=x", null).status()).isEqualTo(400);
    assertThat(Http.sendAs(port, "POST", "/api/ateco/tables?name=t.csv&source=s", "a;b\n1;2\n", "application/octet-stream", "Authorization", "Bearer " + desk).status()).isEqualTo(400);
  }

  @Test
  void aFileBringsCompaniesAndOnlyConsentWithEvidenceMakesThemPublic() throws Exception {
    String csv = """
        code,name,lon,lat,ateco_code,ateco_version,employees,certifications,stated_consents,consent_stated_by,consent_stated_on
        CENSUS-1,Prima Srl,%1$s,%2$s,25.11,2025,12,,"identity,size",Anna Bianchi,2026-03-02
        CENSUS-2,Seconda Srl,%1$s,%2$s,25.11,2025,3,,,,
        CENSUS-3,Terza Srl,%1$s,%2$s,25.11,2025,3,,"identity,size",,
        CENSUS-4,Quarta Srl,%1$s,%2$s,25.11,2025,3,,identity,Ugo,2026-03-02
        CENSUS-4,Quarta doppia Srl,%1$s,%2$s,25.11,2025,3,,identity,Ugo,2026-03-02
        CENSUS-5,Quinta Srl,%1$s,%2$s,venticinque,2025,3,,identity,Ugo,2026-03-02
        """.formatted(lon, lat);
    String load = sent("imprese.csv", csv.getBytes(StandardCharsets.UTF_8), "{\"layer\": \"company\"}");
    JsonNode checked = settled(load);
    assertThat(checked.path("report").path("created").asInt()).as(checked.toString()).isEqualTo(4);
    assertThat(checked.path("report").path("rejected").findValuesAsString("code")).contains("key-duplicate", "attribute-not-allowed");
    send("POST", load + "/apply", "{}");
    assertThat(settled(load).path("state").asString()).isEqualTo("applied");

    assertThat(publicly("CENSUS-1").path("properties").path("employees").asInt()).isEqualTo(12);
    assertThat(publicly("CENSUS-2").isMissingNode()).as("no consent, nothing public").isTrue();
    assertThat(publicly("CENSUS-3").isMissingNode()).as("nobody has said who consented").isTrue();
    assertThat(db.sql("SELECT string_agg(field_group || ' ' || stated_by || ' ' || stated_on || ' ' || way, ', ' ORDER BY field_group, stated_by) FROM company_consent AS e JOIN company AS c"
        + " ON c.id = e.company_id WHERE c.code LIKE 'CENSUS-%'").query(String.class).single())
        .isEqualTo("identity Anna Bianchi 2026-03-02 file, identity Ugo 2026-03-02 file, size Anna Bianchi 2026-03-02 file");
  }

  /** As a desk has them: a workbook with headings of its own, numbers that are numbers, days that are days. */
  @Test
  void aWorkbookBringsCompanies() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Imprese");
      CellStyle days = workbook.createCellStyle();
      days.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      Object[][] rows = {{"Codice", "Denominazione", "Longitudine", "Latitudine", "Partita IVA", "Addetti", "Gruppi", "Da", "Il"},
          {"CENSUS-6", "Officine però & Figli", lon, lat, "01234567890", 12, "identity,size", "Anna Bianchi", LocalDate.of(2026, 3, 2)},
          {"CENSUS-7", "Settima Srl", lon, lat, "", "", "", "", ""}};
      for (int r = 0; r < rows.length; r++) {
        Row row = sheet.createRow(r);
        for (int c = 0; c < rows[r].length; c++) {
          Cell cell = row.createCell(c);
          if (rows[r][c] instanceof Number number) {
            cell.setCellValue(number.doubleValue());
          } else if (rows[r][c] instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(days);
          } else {
            cell.setCellValue(rows[r][c].toString());
          }
        }
      }
      workbook.write(bytes);
    }
    String load = sent("imprese.xlsx", bytes.toByteArray(), """
        {"layer": "company", "mapping": {"code": "Codice", "name": "Denominazione", "vat_number": "Partita IVA", "employees": "Addetti",
         "stated_consents": "Gruppi", "consent_stated_by": "Da", "consent_stated_on": "Il"}}""");
    JsonNode checked = settled(load);
    assertThat(checked.path("report").path("created").asInt()).as(checked.toString()).isEqualTo(2);
    send("POST", load + "/apply", "{}");
    assertThat(settled(load).path("state").asString()).isEqualTo("applied");
    JsonNode shown = publicly("CENSUS-6").path("properties");
    assertThat(shown.path("name").asString()).isEqualTo("Officine però & Figli");
    assertThat(shown.path("vat_number").asString()).as("its first digit is a zero").isEqualTo("01234567890");
    assertThat(shown.path("employees").asInt()).isEqualTo(12);
    assertThat(publicly("CENSUS-7").isMissingNode()).isTrue();
  }

  /** As registers are: no codes of ours, numbers of their own. Loaded again it finds what is there. */
  @Test
  void aRegisterWithoutCodesIsKnownByItsNumbers() throws Exception {
    byte[] csv = """
        Ragione sociale;Partita IVA;N. REA;Indirizzo;ATECO;Addetti;PEC;Lat;Lon
        CENSUS Officine d'Esempio;01234567890;CR-123456;Via Po, 7;25.62;12;esempio@pec.example.org;%2$s;%1$s
        CENSUS Caseificio;00234567891;CR-223456;Via Adda 3;10.51;;;%2$s;%1$s
        """.formatted(String.valueOf(lon).replace('.', ','), String.valueOf(lat).replace('.', ',')).getBytes(StandardCharsets.UTF_8);
    String load = sent("registro.csv", csv, "{\"layer\": \"company\"}");
    assertThat(send("GET", load + "/suggestion?layer=company", null).json().path("keys").get(0).asString()).isEqualTo("vat_number");
    JsonNode checked = settled(load);
    assertThat(checked.path("report").path("created").asInt()).as(checked.toString()).isEqualTo(2);
    assertThat(checked.path("report").path("warnings").toString()).contains("key-suggested: vat_number");
    send("POST", load + "/apply", "{}");
    assertThat(settled(load).path("state").asString()).isEqualTo("applied");
    assertThat(db.sql("SELECT address || ' ' || ateco_code || ' ' || employees || ' ' || email FROM company WHERE name = 'CENSUS Officine d''Esempio'").query(String.class).single())
        .isEqualTo("Via Po, 7 25.62 12 esempio@pec.example.org");
    String again = sent("registro.csv", csv, "{\"layer\": \"company\"}");
    JsonNode found = settled(again);
    assertThat(found.path("state").asString()).as(found.toString()).isEqualTo("checked");
    assertThat(found.path("report").path("created").asInt()).as(found.toString()).isZero();
    assertThat(send("DELETE", again, null).status()).isEqualTo(204);
  }

  @Test
  void aCompanyEnteredByHandGetsTheNextFreeCode() {
    Http.Answer made = send("POST", "/api/census/companies", "{\"properties\": {\"name\": \"CENSUS a mano\"}, \"geometry\": {\"type\": \"Point\", \"coordinates\": [" + lon + ", "
        + lat + "]}}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("properties").path("code").asString()).matches("IMP-\\d{4,}");
    assertThat(made.json().path("properties").path("territory_code").asString()).isNotBlank();
  }

  /** A load whose check has begun. */
  private String sent(String name, byte[] file, String plan) {
    Http.Answer sent = Http.sendBytes(port, "POST", "/api/loads?name=" + name, file, "application/octet-stream", "Authorization", "Bearer " + desk);
    assertThat(sent.status()).as(sent.text()).isEqualTo(201);
    String load = "/api/loads/" + sent.json().path("id").asLong();
    Http.Answer planned = send("PUT", load + "/plan", plan);
    assertThat(planned.status()).as(planned.text()).isEqualTo(202);
    return load;
  }

  private void create(String code, String ateco, String version) {
    Http.Answer made = send("POST", "/api/census/companies", "{\"properties\": {\"code\": \"%1$s\", \"name\": \"%1$s\", \"ateco_code\": \"%2$s\", \"ateco_version\": \"%3$s\"},"
        .formatted(code, ateco, version) + " \"geometry\": {\"type\": \"Point\", \"coordinates\": [" + lon + ", " + lat + "]}}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    assertThat(made.json().path("consents")).isEmpty();
    assertThat(publicly(code).isMissingNode()).isTrue();
  }

  private JsonNode publicly(String code) {
    return Http.get(port, "/ogc/collections/company/items?filter=code%20%3D%20'" + code + "'").json().path("features").path(0);
  }

  private JsonNode settled(String load) throws InterruptedException {
    for (int i = 0; i < 1200; i++) {
      JsonNode now = send("GET", load, null).json();
      if (!now.path("state").asString().matches("checking|applying|rolling_back")) {
        return now;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(load + " is under way for a minute");
  }

  private Http.Answer send(String method, String path, @Nullable String json) {
    return Http.send(port, method, path, json, "Authorization", "Bearer " + desk);
  }
}
