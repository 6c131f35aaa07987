package org.comparto.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.comparto.hours.OrdinaryWeek;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.comparto.testing.People;
import org.comparto.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Campaigns as the page and scripts have them: kept, solved, arranged by hand, taken along, read out of tables. */
@IntegrationTest
class CampaignApiTest {

  /** Of a week without a holiday, whenever this runs. */
  private static final String MONDAY = OrdinaryWeek.ahead(60, DayOfWeek.MONDAY).toString();
  private static final String TUESDAY = OrdinaryWeek.ahead(60, DayOfWeek.TUESDAY).toString();

  /** Two hosts that take one class at a time, three classes of which one is too far from one host and one too large for the other. */
  private static final String DOCUMENT = """
      {"name":"Open days","territory":"cremona","days":["MONDAY","TUESDAY"],"slots":[{"from":"09:00","to":"10:30"}],"coach":{"seats":54},
       "hosts":[{"id":"H1","name":"Foundry","point":{"lon":10.03,"lat":45.1},"seats":20,"inAll":1,"themes":["metal"]},
                {"id":"H2","name":"Dairy","point":[10.01,45.11],"seats":30,"wheelchair":true}],
       "groups":[{"id":"A","school":"Demonstration","name":"1A","point":{"lon":10.0,"lat":45.1},"people":25,"preferences":["dairy"]},
                 {"id":"B","name":"2B","point":{"lon":10.0,"lat":45.1},"people":18,"preferences":["metal","H2"]},
                 {"id":"C","name":"3C","point":{"lon":10.0,"lat":45.1},"people":24,"preferences":["H1"],"days":["MONDAY"]}]}"""
      .replace("MONDAY", MONDAY).replace("TUESDAY", TUESDAY);

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  private Visitor organiser;

  @BeforeEach
  void people() {
    organiser = new People(db, port).signIn("tour_organiser");
  }

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM visit_campaign WHERE owner_name LIKE 'test-%'").update();
    new People(db, port).remove();
  }

  @Test
  void isSolvedExplainedArrangedByHandAndSolvedAgainAroundIt() throws InterruptedException {
    String campaign = made(DOCUMENT);
    JsonNode result = solved(campaign, "{\"seconds\":20,\"iterations\":3000,\"seed\":7}");

    assertThat(result.path("search").path("endedBy").asString()).isEqualTo("converged");
    assertThat(result.path("figures").path("visits").path("served").asInt()).isEqualTo(3);
    assertThat(result.path("figures").path("visits").path("bound").asInt()).isEqualTo(3);
    // C is too large for the foundry, and nobody else has more than it wants
    assertThat(result.path("figures").path("preferences").path("points").asInt()).isEqualTo(200);
    assertThat(result.path("figures").path("preferences").path("bound").asInt()).isEqualTo(200);
    assertThat(at(result, "A").path("host").asString()).isEqualTo("H2");
    assertThat(at(result, "A").path("date").asString()).isEqualTo(TUESDAY);
    assertThat(at(result, "B").path("preference").asInt()).isEqualTo(1);
    // the way by road, as the roads' own page measures it, in begun minutes
    JsonNode way = Http.get(port, "/api/roads/route?profile=coach&from=10.0,45.1&to=10.03,45.1").json();
    assertThat(at(result, "B").path("metres").asInt()).isEqualTo((int) Math.round(way.path("metres").asDouble()));
    assertThat(at(result, "B").path("minutes").asInt()).isEqualTo((int) Math.ceil(way.path("seconds").asDouble() / 60));
    assertThat(result.path("unmet").valueStream().map(one -> one.path("group").asString() + one.path("host").asString())).containsExactly("CH1");

    // by hand: C goes where there is no room for it
    String moved = """
        {"assignments":[{"group":"A","host":"H2","date":"TUESDAY","from":"09:00","locked":false},
                        {"group":"C","host":"H1","date":"MONDAY","from":"09:00","locked":true}]}"""
        .replace("MONDAY", MONDAY).replace("TUESDAY", TUESDAY);
    assertThat(organiser.send("PUT", campaign + "/assignments", moved, "If-Match", "\"r0\"").status()).isEqualTo(412);
    Http.Answer kept = organiser.send("PUT", campaign + "/assignments?lang=en", moved, "If-Match", "\"r" + result.path("version").asInt() + "\"");
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(at(kept.json(), "C").path("violations").get(0).path("text").asString()).isEqualTo("4 people too many");
    JsonNode unmatched = kept.json().path("unmatched").get(0);
    assertThat(unmatched.path("group").asString()).isEqualTo("B");
    assertThat(unmatched.path("free").path("host").asString()).isEqualTo("H2");

    JsonNode again = solved(campaign, "{\"seconds\":20,\"iterations\":3000}");
    assertThat(at(again, "C").path("host").asString()).isEqualTo("H1");
    assertThat(at(again, "C").path("locked").asBoolean()).isTrue();
    assertThat(again.path("figures").path("visits").path("served").asInt()).isEqualTo(3);
    JsonNode anew = solved(campaign, "{\"seconds\":20,\"iterations\":3000,\"keep\":false}");
    assertThat(at(anew, "C").path("host").asString()).isEqualTo("H2");

    // nobody is left out for want of one thing without being told which: with a day less, C and A both want the dairy
    ObjectNode document = (ObjectNode) organiser.get(campaign).json();
    document.set("days", document.arrayNode().add(MONDAY));
    assertThat(organiser.send("PUT", campaign, document.toString(), "If-Match", "\"1\"").status()).isEqualTo(200);
    JsonNode tight = solved(campaign + "?", "{\"seconds\":20,\"iterations\":3000}");
    assertThat(tight.path("figures").path("visits").path("served").asInt()).isEqualTo(2);
    assertThat(tight.path("figures").path("visits").path("bound").asInt()).isBetween(2, 3);
    assertThat(tight.path("unmatched")).hasSize(1);
    assertThat(tight.path("unmatched").get(0).path("text").asString()).isNotBlank();

    // as files
    String csv = organiser.get(campaign + "/result.csv?lang=en").text();
    assertThat(csv.lines().findFirst().orElse("")).isEqualTo("\uFEFFgroup;school;level;people;host;date;from;to;preference;km;minutes by coach;locked;remarks");
    assertThat(csv).contains("2B;;;18;Foundry;" + MONDAY + ";09:00;10:30;1;");
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(organiser.get(campaign + "/result.xlsx?lang=en").bytes()))) {
      assertThat(workbook.getNumberOfSheets()).isEqualTo(6);
      assertThat(workbook.getSheet("By host").getLastRowNum()).isEqualTo(2);
      assertThat(workbook.getSheet("Not served").getRow(1).getCell(3).getStringCellValue()).isEqualTo(
          organiser.get(campaign + "/result?lang=en").json().path("unmatched").get(0).path("text").asString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aRunningSearchShowsItsBestAndKeepsItWhenStopped() throws InterruptedException {
    ObjectNode demonstration = (ObjectNode) organiser.get("/api/campaigns/demonstration?lang=en").json();
    assertThat(demonstration.path("groups")).hasSize(94);
    assertThat(demonstration.path("hosts")).hasSize(48);
    assertThat(demonstration.path("demonstration").asBoolean()).isTrue();
    List<JsonNode> ofCensus = demonstration.path("hosts").valueStream().filter(host -> host.has("census")).toList();
    assertThat(ofCensus).as("so that they can be invited").hasSizeGreaterThan(10);
    // all schools and companies on the roads of the tests
    demonstration.path("groups").forEach(group -> ((ObjectNode) group).putObject("point").put("lon", 10.0).put("lat", 45.1));
    demonstration.path("hosts").forEach(host -> ((ObjectNode) host).putObject("point").put("lon", 10.03).put("lat", 45.1));
    String campaign = made(demonstration.put("territory", "cremona").toString());
    isInvited(campaign, ofCensus.get(0));
    assertThat(organiser.send("POST", campaign + "/solve", "{\"seconds\":120,\"iterations\":10000000}").status()).isEqualTo(202);
    JsonNode running = until(campaign, result -> result.path("state").asString().equals("running") && result.path("assignments").size() > 60);
    assertThat(running.path("search").path("boundVisits").asInt()).isPositive();
    assertThat(organiser.send("PUT", campaign + "/assignments", "{\"assignments\":[]}", "If-Match", "\"r1\"").problem()).isEqualTo("search-running");
    assertThat(organiser.send("POST", campaign + "/solve", "{}").problem()).isEqualTo("search-running");

    assertThat(organiser.send("POST", campaign + "/stop", null).status()).isEqualTo(202);
    JsonNode stopped = until(campaign, result -> result.path("state").asString().equals("stopped"));
    assertThat(stopped.path("search").path("endedBy").asString()).isEqualTo("stopped");
    assertThat(stopped.path("assignments").size()).isGreaterThanOrEqualTo(running.path("assignments").size());
    assertThat(stopped.path("assignments").valueStream().flatMap(one -> one.path("violations").valueStream())).isEmpty();
    assertThat(stopped.path("demonstration").asBoolean()).isTrue();
    assertThat(organiser.send("POST", campaign + "/stop", null).problem()).isEqualTo("not-running");
  }

  private void isInvited(String campaign, JsonNode host) {
    JsonNode slot = host.path("slots").path(0);
    String about = "campaign:" + campaign.replaceAll(".*/", "");
    ObjectNode asked = JsonMapper.shared().createObjectNode();
    asked.putArray("invitations").addObject().put("host", host.path("census").asLong()).put("about", about).put("date", slot.path("date").asString())
        .put("start", slot.path("from").asString()).put("end", slot.path("to").asString()).put("people", 16);
    Http.Answer answer = organiser.send("POST", "/api/invitations", asked.path("invitations").toString());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(db.sql("SELECT count(*) FROM invitation WHERE about = :about AND host_email NOT LIKE '%@example.org'").param("about", about).query(Integer.class).single()).isZero();
    db.sql("DELETE FROM invitation WHERE about = :about").param("about", about).update();
  }

  @Test
  void whoLooksJustWhenASearchEndsSeesWhatItFound() throws InterruptedException {
    String campaign = made(DOCUMENT);
    Queue<JsonNode> ended = new ConcurrentLinkedQueue<>();
    AtomicBoolean over = new AtomicBoolean();
    Runnable looking = () -> {
      while (!over.get()) {
        JsonNode result = organiser.get(campaign + "/result").json();
        if (result.path("state").asString().equals("done")) {
          ended.add(result.path("search"));
        }
      }
    };
    List<Thread> lookers = IntStream.range(0, 4).mapToObj(i -> new Thread(looking)).toList();
    lookers.forEach(Thread::start);
    for (int i = 0; i < 10; i++) {
      solved(campaign, "{\"seconds\":5,\"iterations\":1,\"keep\":false}");
    }
    over.set(true);
    for (Thread looker : lookers) {
      looker.join();
    }
    assertThat(ended).isNotEmpty().allSatisfy(search -> assertThat(search.path("endedBy").asString()).as(search.toString()).isEqualTo("converged"));
  }

  @Test
  void hostsAreAskedForACampaignByWhoSeesItAndByNobodyElse() {
    String about = "/api/invitations?about=campaign:" + made(DOCUMENT).replaceAll("\\D", "");
    assertThat(organiser.get(about).json().path("invitations")).isEmpty();
    assertThat(organiser.get("/api/invitations?about=campaign:987654321").status()).as("there is none").isEqualTo(404);
    assertThat(Http.get(port, about, "Tour-Key", "anything").status()).as("there are no keys of campaigns").isEqualTo(404);
    People people = new People(db, port);
    people.make("test-far", "tour_organiser", db.sql("SELECT min(code) FROM territory WHERE code <> 'cremona'").query(String.class).single());
    assertThat(Visitor.signedIn(port, "test-far", People.PASSWORD).get(about).status()).as("of another territory").isEqualTo(404);
  }

  @Test
  void whatCanNotBeMeantIsRefusedWithTheNameOfIt() {
    String campaign = made(DOCUMENT);
    assertThat(refused("POST", "/api/campaigns", "{\"territory\":\"cremona\"}")).isEqualTo("name");
    assertThat(refused("POST", "/api/campaigns", "{\"name\":\"x\",\"territory\":\"cremona\",\"hosts\":[{\"id\":\"1\",\"seats\":-1,\"point\":[10,45]}]}")).isEqualTo("hosts.seats");
    assertThat(refused("POST", "/api/campaigns", "{\"name\":\"x\",\"territory\":\"cremona\",\"groups\":[{\"id\":\"1\"},{\"id\":\"1\"}]}")).isEqualTo("groups.id");
    assertThat(refused("POST", "/api/campaigns", "{\"name\":\"x\",\"territory\":\"cremona\",\"hosts\":[{\"id\":\"999999999\"}]}")).isEqualTo("hosts");
    assertThat(refused("POST", "/api/campaigns", "{\"name\":\"x\",\"territory\":\"cremona\",\"slots\":[{\"from\":\"25:00\",\"to\":\"26:00\"}]}")).isEqualTo("time");
    assertThat(refused("POST", "/api/campaigns", "{\"name\":\"x\",\"territory\":\"cremona\",\"hosts\":[{\"id\":\"1\",\"point\":[10,45],\"slots\":[null]}]}")).isEqualTo("hosts.slots");
    assertThat(refused("POST", campaign + "/solve", "{\"seconds\":0}")).isEqualTo("seconds");
    assertThat(refused("PUT", campaign + "/assignments", "{\"assignments\":[{\"group\":\"A\",\"host\":\"H1\",\"date\":\"" + MONDAY + "\",\"from\":\"09:30\"}]}")).isEqualTo("assignments");
    assertThat(refused("POST", made("{\"name\":\"empty\",\"territory\":\"cremona\"}") + "/solve", "{}")).isEqualTo("days");
    assertThat(organiser.get(made("{\"name\":\"empty\",\"territory\":\"cremona\"}") + "/result").status()).isEqualTo(200);
  }

  @Test
  void tablesAreReadOrEveryMistakeInThemIsNamedByRowAndColumn() throws IOException {
    String template = organiser.get("/api/campaigns/templates/groups.csv?lang=it").text().strip();
    assertThat(template).startsWith("id;scuola;classe;comune;lon;lat;").contains(";preferenza_1;");
    String good = "id;scuola;classe;lon;lat;persone;carrozzina;preferenza_1;preferenza_2;visite;giorni;partenza\r\n"
        + "A;Scuola «Verdi»;3A;10,01;45,1;22;sì;H1;production;2;2027-03-01 02/03/2027;8:00\r\n";
    JsonNode group = table("groups", good).path("groups").get(0);
    assertThat(group.path("point").path("lon").asDouble()).isEqualTo(10.01);
    assertThat(group.path("wheelchair").asBoolean()).isTrue();
    assertThat(group.path("preferences").valueStream().map(JsonNode::asString)).containsExactly("H1", "production");
    assertThat(group.path("days").valueStream().map(JsonNode::asString)).containsExactly("2027-03-01", "2027-03-02");
    assertThat(group.path("leaves").asString()).isEqualTo("08:00");
    // as spreadsheets copy it, by the place instead of its coordinates
    assertThat(table("groups", "id\tcomune\tpersone\nA\tCremona\t22\n").path("groups").get(0).path("point").path("lat").asDouble()).isBetween(45.0, 45.3);

    JsonNode bad = table("groups", "id;lon;lat;people;colour\nA;10;45;many;red\nA;10;;22;\n;10;45;5;\n");
    assertThat(bad.has("groups")).isFalse();
    assertThat(bad.path("problems").valueStream().map(one -> one.path("row").asInt() + one.path("column").asString()))
        .containsExactlyInAnyOrder("1colour", "2people", "3id", "3lat", "4id");
    assertThat(table("preferences", "gruppo;preferenza_1;preferenza_2\nA;H2;H1\n").path("preferences").get(0).path("preferences").get(0).asString()).isEqualTo("H2");

    // and a workbook as others write it
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      var sheet = workbook.createSheet();
      List<List<Object>> rows = List.of(List.of("id", "nome", "lon", "lat", "posti"), List.of("H1", "Fonderia", 10.03, 45.1, 25));
      for (int i = 0; i < rows.size(); i++) {
        var row = sheet.createRow(i);
        for (int j = 0; j < rows.get(i).size(); j++) {
          if (rows.get(i).get(j) instanceof Number number) {
            row.createCell(j).setCellValue(number.doubleValue());
          } else {
            row.createCell(j).setCellValue(rows.get(i).get(j).toString());
          }
        }
      }
      workbook.write(out);
    }
    assertThat(Table.read(out.toByteArray()).orElseThrow().rows().get(0).cells()).containsExactly("H1", "Fonderia", "10.03", "45.1", "25");
  }

  private String made(String document) {
    Http.Answer answer = organiser.send("POST", "/api/campaigns", document);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return "/api/campaigns/" + answer.json().path("id").asLong();
  }

  private JsonNode solved(String campaign, String question) throws InterruptedException {
    String address = campaign.replace("?", "");
    Http.Answer started = organiser.send("POST", address + "/solve", question);
    assertThat(started.status()).as(started.text()).isEqualTo(202);
    return until(address, result -> List.of("done", "failed", "stopped").contains(result.path("state").asString()));
  }

  private JsonNode until(String campaign, java.util.function.Predicate<JsonNode> reached) throws InterruptedException {
    JsonNode result = organiser.get(campaign + "/result?lang=en").json();
    for (int i = 0; i < 600 && !reached.test(result); i++) {
      Thread.sleep(100);
      result = organiser.get(campaign + "/result?lang=en").json();
    }
    assertThat(reached.test(result)).as(result.toString()).isTrue();
    return result;
  }

  private static JsonNode at(JsonNode result, String group) {
    return result.path("assignments").valueStream().filter(one -> one.path("group").asString().equals(group)).findFirst().orElseThrow();
  }

  private String refused(String method, String path, String body) {
    Http.Answer answer = organiser.send(method, path, body, "If-Match", "\"r0\"");
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    return answer.json().path("parameter").asString();
  }

  private JsonNode table(String kind, String text) {
    Http.Answer answer = organiser.sendAs("POST", "/api/campaigns/tables?lang=en&table=" + kind, text, "text/csv");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }
}
