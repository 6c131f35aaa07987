package org.comparto.theme;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenetics.jpx.GPX;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
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

/** Theme routes: drafts are the desk's, what everybody sees was looked at by a second person. */
@IntegrationTest
class ThemeHttpTest {

  private static final String DOCUMENT = """
      {"title": {"it": "Mulini <e> porti", "en": "Mills & ports"}, "teaser": {"it": "Acqua e farina", "en": "Water and flour"}, "text": {"it": "Uno.\\n\\nDue.", "en": "One.\\n\\nTwo."},
       "theme": "water", "profile": "car", "minutes": 150, "stops": [{"lon": 10.002, "lat": 45.1, "name": {"it": "Mulino", "en": "Mill"}},
       {"lon": 10.028, "lat": 45.1, "name": {"it": "Porto", "en": "Port"}, "text": {"it": "Le chiatte", "en": "The barges"}}]}""";

  @LocalServerPort int port;
  @Autowired JdbcClient db;
  private People people;
  private Visitor author;
  private Visitor reviewer;

  @BeforeEach
  void twoPersons() {
    people = new People(db, port);
    author = people.signIn("planner");
    reviewer = people.signIn("desk");
  }

  @AfterEach
  void nothingStays() {
    db.sql("DELETE FROM theme_route WHERE NOT demonstration").update();
    people.remove();
  }

  private String draft() {
    Http.Answer made = author.send("POST", "/api/themes", "{\"document\": " + DOCUMENT + "}");
    assertThat(made.status()).as(made.text()).isEqualTo(201);
    return "/api/themes/" + made.json().path("id").asLong();
  }

  private static List<Long> ids(JsonNode list) {
    return list.path("themes").valueStream().map(theme -> theme.path("id").asLong()).toList();
  }

  @Test
  void aDraftIsTheDesksUntilASecondPersonPublishesIt() {
    String address = draft();
    String page = address.replace("/api", "");
    long id = Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    assertThat(Http.get(port, address).status()).isEqualTo(404);
    assertThat(Http.get(port, page).status()).isEqualTo(404);
    assertThat(people.signIn("viewer").get(address + "?latest=true").status()).isEqualTo(404);
    assertThat(ids(Http.get(port, "/api/themes").json())).doesNotContain(id);
    assertThat(ids(reviewer.get("/api/themes/drafts").json())).contains(id);
    assertThat(author.get(address).json().path("theme").path("author").asString()).isEqualTo("test-planner");

    Http.Answer own = author.send("POST", address + "/publication", null, "Accept-Language", "it");
    assertThat(own.status()).isEqualTo(403);
    assertThat(own.problem()).isEqualTo("two-persons");
    assertThat(own.json().path("detail").asString()).isEqualTo("Un itinerario lo pubblica una persona diversa da chi l'ha scritto.");
    assertThat(people.signIn("tour_organiser").send("POST", address + "/publication", null).status()).isEqualTo(403);
    assertThat(reviewer.send("POST", address + "/publication", null).json().path("state").asString()).isEqualTo("published");
    assertThat(ids(Http.get(port, "/api/themes").json())).contains(id);
    assertThat(Http.get(port, address).text()).doesNotContain("test-planner");
    assertThat(Http.get(port, "/sitemaps/collections.xml").text()).contains(page + "?lang=en");
  }

  @Test
  void aChangeWaitsWhileThePublishedTextStays() {
    String address = draft();
    reviewer.send("POST", address + "/publication", null);
    String change = "{\"version\": %d, \"document\": " + DOCUMENT.replace("Mills & ports", "Mills") + "}";
    Http.Answer late = author.send("PUT", address, change.formatted(1), "Accept-Language", "it");
    assertThat(late.problem()).isEqualTo("changed-meanwhile");
    assertThat(late.json().path("detail").asString()).startsWith("Nel frattempo");
    assertThat(author.send("PUT", address, change.formatted(2)).json().path("state").asString()).isEqualTo("changed");
    assertThat(Http.get(port, address + "?latest=true").json().at("/theme/document/title/en").asString()).isEqualTo("Mills & ports");
    assertThat(author.get(address + "?latest=true").json().at("/theme/document/title/en").asString()).isEqualTo("Mills");
    assertThat(author.send("DELETE", address, null).problem()).isEqualTo("published");
    assertThat(reviewer.send("POST", address + "/withdrawal", null).json().path("state").asString()).isEqualTo("draft");
    assertThat(Http.get(port, address).status()).isEqualTo(404);
    assertThat(author.send("DELETE", address, null).status()).isEqualTo(204);
    assertThat(author.send("POST", "/api/themes", "{\"document\": " + DOCUMENT.replace("\"en\": \"Mills & ports\"", "\"en\": \" \"") + "}").json().path("parameter").asString())
        .isEqualTo("title");
  }

  @Test
  void aPictureIsLookedAtLikeTheText() throws Exception {
    String address = draft();
    JsonNode theme = upload(address).json();
    String picture = theme.path("pictures").path(0).path("href").asString();
    assertThat(theme.at("/pictures/0/alt/it").asString()).isEqualTo("Una ruota");
    assertThat(Http.get(port, picture).status()).isEqualTo(404);
    assertThat(author.send("POST", address + "/publication", null).status()).as("the picture is somebody else's").isEqualTo(200);
    Http.Answer shown = Http.get(port, picture);
    assertThat(ImageIO.read(new ByteArrayInputStream(shown.bytes())).getWidth()).isEqualTo(8);
    assertThat(upload(address).problem()).isEqualTo("published");
    assertThat(author.send("DELETE", address + "/pictures/" + theme.at("/pictures/0/id").asLong(), null).problem()).isEqualTo("published");
  }

  @Test
  void aRouteLeavesWithItsRoadAndHasAPageInBothLanguages() throws Exception {
    String address = draft();
    reviewer.send("POST", address + "/publication", null);
    GPX gpx = GPX.Reader.of(GPX.Reader.Mode.STRICT).read(new ByteArrayInputStream(Http.get(port, address + "?f=gpx&lang=en").bytes()));
    assertThat(gpx.getWayPoints()).extracting(point -> point.getName().orElseThrow()).containsExactly("1 Mill", "2 Port");
    assertThat(gpx.getTracks()).hasSize(1);
    JsonNode features = Http.get(port, address + "?f=geojson").json().path("features");
    assertThat(features.findValuesAsString("kind")).containsExactly("stop", "stop", "leg");
    JsonNode road = Http.get(port, "/api/roads/route?profile=car&from=10.002,45.1&to=10.028,45.1").json();
    assertThat(Http.get(port, address).json().path("metres").asDouble()).isEqualTo(road.path("metres").asDouble());

    String page = address.replace("/api", "");
    assertThat(Http.get(port, page + "?lang=it").text()).contains("<html lang=\"it\"", "Mulini &lt;e&gt; porti", "Le chiatte", "2 h 30 min", "TouristTrip").doesNotContain("Mills");
    assertThat(Http.get(port, page + "?lang=en").text()).contains("<html lang=\"en\"", "Mills &amp; ports", "<p>Two.</p>");
    assertThat(Http.get(port, "/themes?lang=en").text()).contains("Mills &amp; ports", page + "?lang=en");
    assertThat(Http.get(port, page + "?colour=red").status()).isEqualTo(400);
  }

  /** Uploads a picture as somebody of the desk. */
  private Http.Answer upload(String address) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String[][] fields = {{"alt_it", "Una ruota"}, {"alt_en", "A wheel"}, {"credit", "Comparto"}, {"licence", "CC BY 4.0"}};
    for (String[] field : fields) {
      body.write(("--border\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
    body.write("--border\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"w.png\"\r\nContent-Type: image/png\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", body);
    body.write("\r\n--border--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address + "/pictures")).header("Content-Type", "multipart/form-data; boundary=border")
        .header("Authorization", "Bearer " + people.token("desk", "read", "propose")).POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build();
    return new Http.Answer(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray()));
  }
}
