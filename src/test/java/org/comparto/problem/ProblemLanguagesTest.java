package org.comparto.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comparto.testing.Http;
import org.comparto.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Problems are told in Italian to whoever reads Italian, and in English to programs. */
@IntegrationTest
class ProblemLanguagesTest {

  /** Where what public pages can meet is raised. */
  private static final Set<String> PUBLIC_MODULES = Set.of("access", "alert", "bottleneck", "campaign", "columns", "community", "district", "eligible", "energy", "estate", "facts",
      "filter", "host", "http", "invitation", "network", "owner", "picture", "potential", "problem", "proposal", "ranking", "ruleset", "sheet", "ateco", "survey", "shortlist",
      "target", "theme", "tour", "verdict");
  private static final Set<String> PUBLIC_CLASSES = Set.of("inquiry/NewInquiry", "inquiry/Contact", "inquiry/Needs", "inquiry/Inquiries",
      "inquiry/InquiryController", "inquiry/FormStamps", "inquiry/Places", "feature/SortKeys", "feature/Near", "feature/SearchController",
      "feature/BoundingBox", "feature/CadastreController", "tile/TileCoordinate", "layer/Layers", "zone/ZoneController", "account/CurrentAccount", "account/SourceThrottle");
  private static final Pattern RAISED = Pattern.compile("(?:new (?:InvalidInput|NotFound|Refused)Exception|RefusedException\\.(?:of|conflict)|new Mistake|new Gate)\\((.*?)\\);",
      Pattern.DOTALL);
  /** Words that no Italian sentence has: a part of it stayed English. */
  private static final Pattern ENGLISH = Pattern.compile("\\b(?:the|of|must|and|that|which|is|be|by)\\b");
  private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  @LocalServerPort int port;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "/api/plots?filter=aera_m2 > 5 | non si può chiedere di plot; ci sono area_m2,",
      "/api/plots?filter=area_m2 > | alla fine del filtro c'è la fine, dove si attende un valore o un predicato",
      "/api/plots?filter=area_m2 > 'a' | > non può confrontare un numero (area_m2) con un testo (\"a\"); i testi stanno tra apici, i numeri no",
      "/api/plots?filter=(area_m2 > 5 | alla fine del filtro c'è la fine, dove si attende",
      "/api/plots?filter=status IN () | al carattere 12 del filtro c'è \")\", dove si attende un valore o un predicato",
      "/api/plots?filter=available_from > DATE('2026-02-30') | \"2026-02-30\" non è un giorno del calendario",
      "/api/plots?limit=0 | limit è «0»; deve essere un numero intero da 1 a 1000",
      "/api/plots?limit=all | limit è «all»; deve essere un numero intero da 1 a 1000",
      "/api/plots?sort=nothing | «nothing» non è un attributo di plot; ci sono",
      "/api/plots?colour=red | «colour» non è un parametro di questa richiesta; ci sono",
      "/api/plots/joinable | minArea manca",
      "/api/plots/joinable?minArea=5000&maxOwners=0 | maxOwners è «0»; deve essere un numero intero da 1 a 1000",
      "/api/plots/ranking?rank=area_m2:up:5 | rank contiene «area_m2:up:5»; un criterio è attributo:max:peso",
      "/api/plots/ranking?rank=zone_id:max:5 | i lotti non si possono ordinare per «zone_id»; si possono per",
      "/api/plots/brief?brief=powerKw | brief contiene «powerKw»",
      "/api/plots/compare?plots=one | plots è «one»; sono numeri di lotti separati da virgole",
      "/api/plots/999999999/facts | Non c'è un lotto pubblicato con numero 999999999.",
      "/api/plots/999999999/sheet.pdf?scale=3 | scale è «3»; si può scegliere tra 500",
      "/api/inquiries/receipts/nothing | Questo link non apre alcuna richiesta.",
      "/api/still-true/nothing | Questo link non apre alcuna domanda.",
      "/api/hosts?people=many | people è «many»; deve essere un numero intero da 1 a 10000",
      "/api/hosts/999999999 | Non c'è un luogo di visita con questo numero",
      "/api/visits/nothing | Questo link non apre alcun invito.",
      "/api/offers/receipts/nothing | Questo link non apre alcuna proposta.",
      "/api/shortlists/nothing | Questa selezione non esiste, o è scaduta.",
      "/api/alerts/nothing | Questa ricerca salvata non esiste, o è terminata.",
      "/tiles/plot/99/1/1 | z vale 99; gli zoom vanno da 0 a",
      "/tiles/plot/2/9/1 | x vale 9; allo zoom 2 va da 0 a 3",
      "/tiles/plot/2/1/1?filter=status = | alla fine del filtro",
      "/tiles/nothing/2/1/1 | Lo strato «nothing» non esiste",
      "/api/roads/route?from=10.002,45.1 | to è obbligatorio",
      "/api/roads/route?from=10.002,45.1&to=10.028,45.1 | profile è obbligatorio; deve essere uno tra car, truck,",
      "/api/roads/route?profile=tank&from=10.002,45.1&to=10.028,45.1 | profile deve essere uno tra car, truck, truck_7_5, coach, walk, non «tank»",
      "/api/roads/route?profile=walk&height=4&from=10.002,45.1&to=10.028,45.1 | chi va a piedi non ha dimensioni",
      "/api/roads/route?profile=truck&height=99&from=10.002,45.1&to=10.028,45.1 | height deve essere maggiore di 0 e al massimo",
      "/api/roads/route?profile=truck&at=noon&from=10.002,45.1&to=10.028,45.1 | at deve essere un giorno e un'ora locali come 2026-11-23T08:00",
      "/api/roads/route?profile=truck&from=45.1&to=10.028,45.1 | from deve essere lon,lat in gradi, per esempio 10.02,45.13",
      "/api/roads/route?profile=truck&from=10.002,45.1&to=45.1,100 | to deve essere lon,lat in gradi: prima la longitudine da -180 a 180",
      "/api/roads/route?profile=truck&from=10.002,45.1&to=2,2 | Nessun dato stradale per to: entro 1000 m non c'è una strada percorribile.",
      "/api/roads/isochrone?profile=truck&from=10.002,45.1&minutes=0 | minutes deve contenere al massimo 6 numeri interi da 1 a 180, per esempio 15,30",
      "/api/bottlenecks?type=dragon | type deve contenere alcuni tra",
      "/api/bottlenecks?project=maybe | project deve essere no o yes",
      "/api/bottlenecks?funding=maybe | funding deve essere full, none, partial o unknown",
      "/api/bottlenecks?severity=9 | severity deve contenere numeri da 1 a 5",
      "/api/bottlenecks?cost=much | cost deve essere un intervallo di euro come 1000000..50000000; uno dei due estremi",
      "/api/bottlenecks/999999999/road | Non c'è un collo di bottiglia pubblico con numero 999999999.",
      "/api/energy/rulesets?date=soon | date: soon non è una data, aaaa-mm-gg",
      "/api/energy/rulesets?territory=atlantis | Il territorio «atlantis» non esiste.",
      "/api/energy/verdicts/00ff | Non c'è un esito 00ff; non è mai stato dato, oppure",
      "/api/energy/rulesets/nothing | L'insieme di regole «nothing» non esiste; /api/energy/rulesets elenca",
      "/api/access?layer=gateway&id=1 | layer è «gateway»; i tempi di accesso si calcolano per",
      "/api/access?layer=plot&id=999999999 | In plot non c'è un elemento pubblico con numero 999999999. GET /ogc/collections/plot/items elenca",
      "/api/energy/areas/package?status=sold | status contiene «sold»; si può scegliere tra",
      "/api/energy/communities/candidates | Indichi substation oppure bbox, uno soltanto.",
      "/api/energy/communities/candidates?bbox=7,44,12,46 | bbox supera i 2 gradi; ne indichi uno più piccolo",
      "/api/energy/communities/candidates?substation=AC000E00000 | Non c'è un'area di cabina primaria con questo codice.",
      "/api/energy/substations/at?lon=2&lat=2 | In questo luogo non è pubblicata alcuna area di cabina primaria.",
      "/api/bottlenecks/reports | GET /api/bottlenecks/reports non esiste o non è aperto a tutti."})
  void aMistakeIsToldInTheLanguageOfTheCaller(String address, String italian) {
    String asked = encoded(address);
    Http.Answer toAProgram = Http.get(port, asked);
    Http.Answer toAnItalian = Http.get(port, asked, "Accept-Language", "it-IT,it;q=0.9,en;q=0.5");
    assertThat(toAnItalian.json().path("detail").asString()).contains(italian);
    assertThat(toAnItalian.json().path("title").asString()).isIn("Richiesta non valida", "Accesso necessario", "Non trovato", "Contenuto non elaborabile");
    assertThat(toAnItalian.header("Content-Language")).isEqualTo("it");
    assertThat(toAProgram.json().path("detail").asString()).isNotEqualTo(toAnItalian.json().path("detail").asString());
    assertThat(toAProgram.json().path("title").asString()).isIn("Bad Request", "Unauthorized", "Not Found", HttpStatus.UNPROCESSABLE_CONTENT.getReasonPhrase());
    assertThat(toAProgram.header("Content-Language")).isEqualTo("en");
    for (String same : List.of("status", "type", "parameter")) {
      assertThat(toAnItalian.json().path(same)).isEqualTo(toAProgram.json().path(same));
    }
  }

  @Test
  void whatLangSaysComesBeforeWhatTheBrowserPrefers() {
    assertThat(detail("/api/plots?limit=0&lang=it", "en")).startsWith("limit è");
    assertThat(detail("/api/plots?limit=0&lang=en", "it")).startsWith("limit is");
    assertThat(detail("/api/plots?limit=0", "de,en;q=0.8,it;q=0.5")).startsWith("limit is");
    assertThat(detail("/api/plots?limit=0", "de")).startsWith("limit is");
  }

  @Test
  void everySentenceThatPublicPagesCanMeetHasAnItalianOne() throws IOException {
    Path sources = Path.of("src", "main", "java", "org", "comparto");
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).filter(one -> isPublic(sources.relativize(one).toString().replace(".java", ""))).toList()) {
        Matcher raised = RAISED.matcher(Files.readString(file));
        while (raised.find()) {
          String sentence = sample(raised.group(1));
          if (sentence != null && sentence.matches(".*[a-z].*")) {
            String italian = Italian.of(sentence);
            if (italian.equals(sentence) || ENGLISH.matcher(italian).find()) {
              missing.add(file.getFileName() + ": " + italian);
            }
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** The sentence that is raised, 7 in the place of what is filled in; null where there is none, or it has forms to choose between. */
  private static String sample(String arguments) {
    Matcher text = TEXT.matcher(arguments);
    StringBuilder sentence = new StringBuilder();
    int end = 0;
    while (text.find()) {
      String between = arguments.substring(end, text.start());
      boolean alone = arguments.substring(text.end()).stripLeading().startsWith(",");
      if (sentence.isEmpty() && alone && !text.group(1).contains(" ")) {
        end = text.end(); // the name of the parameter, or the type of the problem
        continue;
      }
      if (between.stripTrailing().endsWith("(")) {
        continue; // what a list is joined with
      }
      if (between.contains("?") || between.contains("switch")) {
        return null;
      }
      if (between.stripTrailing().endsWith(",")) {
        sentence.setLength(0); // what stood before was another argument
      }
      boolean filled = !between.replaceAll("[\\s+]", "").isEmpty();
      sentence.append(filled && (!sentence.isEmpty() || between.stripTrailing().endsWith("+")) ? "7" : "").append(text.group(1).replace("\\\"", "\""));
      end = text.end();
      if (alone) {
        return sentence.toString();
      }
    }
    return sentence.isEmpty() ? null : sentence + (arguments.substring(end).contains("+") ? "7" : "");
  }

  private static boolean isPublic(String type) {
    return PUBLIC_CLASSES.contains(type) || type.contains("/") && PUBLIC_MODULES.contains(type.substring(0, type.indexOf('/')));
  }

  @Test
  void whoMayNotIsToldSoInTheLanguageOfTheCallerToo() {
    Http.Answer wrongToken = Http.get(port, "/api/roads", "Accept-Language", "it", "Authorization", "Bearer nothing");
    assertThat(wrongToken.status()).isEqualTo(401);
    assertThat(wrongToken.header("Content-Language")).isEqualTo("it");
    assertThat(wrongToken.json().path("detail").asString()).isEqualTo("Il token è sconosciuto, scaduto o revocato.");
  }

  private String detail(String address, String accepted) {
    JsonNode problem = Http.get(port, address, "Accept-Language", accepted).json();
    return problem.path("detail").asString();
  }

  private static String encoded(String address) {
    int at = address.indexOf('=') + 1;
    return at == 0 || !address.contains("filter=") ? address : address.substring(0, at) + URLEncoder.encode(address.substring(at), StandardCharsets.UTF_8);
  }
}
