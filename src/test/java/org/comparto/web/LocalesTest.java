package org.comparto.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LocalesTest {

  private static final Path WEB = Path.of("web");
  private static final Pattern USED = Pattern.compile("\\bt\\([^'`()]*?'([\\w.]+)'|data-(?:text|label)=\"([\\w.]+)\"");
  private static final Pattern ALTERNATIVE = Pattern.compile("\\bt\\([^'`()]*\\? '([\\w.]+)' : '([\\w.]+)'");
  private static final Pattern BUILT = Pattern.compile("(?:\\bt|\\bhas)\\(`([\\w.]+\\.)\\$\\{");

  /** What templates say by t.of, and what the pages' code says. */
  private static final Pattern IN_PAGES = Pattern.compile("\\bt\\.of\\(['\"]([\\w.]+)['\"]|[\"']((?:pages|zones)\\.[\\w.]+\\w)[\"']");
  private static final Pattern BUILT_IN_PAGES = Pattern.compile("\\bt\\.of\\([\"']([\\w.]+\\.)[\"'] \\+");
  private static final List<Path> PAGES = List.of(Path.of("src/main/resources/templates"), Path.of("src/main/java/org/comparto/ogc"),
      Path.of("src/main/java/org/comparto/facts"), Path.of("src/main/java/org/comparto/sheet"), Path.of("src/main/java/org/comparto/zone"), Path.of("src/main/java/org/comparto/roadbook"), Path.of("src/main/java/org/comparto/theme"));

  /** The words of the first view, of parts that are loaded when they are opened, and of the pages that the server writes. */
  private static final List<String> PARTS = List.of("", "inquiry.", "desk.", "plots.", "shortlist.", "plot.", "ranking.", "compare.", "alerts.", "bottlenecks.", "roads.", "edit.", "work.", "history.", "drawing.", "offer.", "survey.", "hosts.", "invitations.", "energy.", "communities.", "tours.", "campaigns.", "themes.", "tour.", "roadbook.", "census.", "district.", "owners.", "audit.", "dossier.", "pages.", "zones.");

  /** Places whose words lie in a part of their name, and which read those of the first view beside them. */
  private static final List<String> PLACES = List.of("inquiry", "plots", "shortlist", "plot", "ranking", "compare", "alerts", "bottlenecks", "roads", "edit", "work", "history", "drawing", "offer", "survey", "hosts", "invitations", "energy", "tours", "tour", "census");

  /** Those that panels/tabs.js makes, which builds the names of its words from the place's. */
  private static final List<String> WITH_TABS = List.of("energy", "tours", "census");

  /** Those of them for people who sign in: they load the words of the desk as well. */
  private static final List<String> FOR_THE_DESK = List.of("edit", "work", "history");

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
    for (String part : PARTS) {
      JsonNode italian = locale(part + "it");
      JsonNode english = locale(part + "en");
      assertEquals(keys(italian), keys(english));
      List<String> differing = keys(italian).stream()
          .filter(key -> !placeholders(italian.get(key)).equals(placeholders(english.get(key)))).toList();
      assertEquals(List.of(), differing);
    }
  }

  @Test
  void everyKeyThatIsUsedIsTranslatedWhereItIsRead() throws IOException {
    Set<String> first = keys(locale("it"));
    Set<String> seen = new TreeSet<>(first);
    for (String part : List.of("inquiry", "plots", "shortlist", "plot", "ranking", "compare", "alerts", "bottlenecks", "roads", "drawing", "edit", "work", "history", "offer", "survey", "hosts", "invitations", "energy", "communities", "tours", "campaigns", "themes", "tour", "census", "district", "owners", "audit", "desk")) {
      Set<String> own = keys(locale(part + ".it"));
      assertEquals(List.of(), own.stream().filter(key -> !seen.add(key)).toList(), "in two files");
    }
    assertEquals(List.of(), used(file -> !isDesk(file) && PLACES.stream().noneMatch(place -> isOf(place, file))).stream().filter(key -> !first.contains(key)).toList());
    for (String place : PLACES) {
      Set<String> known = keys(locale(place + ".it"));
      known.addAll(keys(locale("shortlist.it"))); // windows over the page are the same everywhere
      if (place.equals("energy")) {
        known.addAll(keys(locale("communities.it"))); // its tabs for communities have words of their own
      }
      if (place.equals("census")) {
        known.addAll(keys(locale("survey.it"))); // its tabs for the desk speak as companies are spoken to
        known.addAll(keys(locale("district.it")));
      }
      if (place.equals("invitations")) {
        known.addAll(keys(locale("hosts.it"))); // what is asked of a host is said as its profile says it
      }
      if (place.equals("tours")) {
        known.addAll(keys(locale("campaigns.it"))); // its tabs for campaigns and theme routes have words of their own
        known.addAll(keys(locale("themes.it")));
      }
      if (FOR_THE_DESK.contains(place)) {
        known.addAll(keys(locale("desk.it")));
        known.addAll(keys(locale("edit.it"))); // proposals are called the same wherever they are listed
      }
      assertEquals(List.of(), used(file -> isOf(place, file)).stream().filter(key -> !first.contains(key) && !known.contains(key)).toList());
    }
    Set<String> desk = keys(locale("desk.it"));
    desk.addAll(first);
    desk.addAll(keys(locale("inquiry.it"))); // the inbox speaks of inquiries as the form does
    desk.addAll(keys(locale("owners.it"))); // of one page of the desk each
    desk.addAll(keys(locale("audit.it")));
    assertEquals(List.of(), used(LocalesTest::isDesk).stream().filter(key -> !desk.contains(key)).toList());
  }

  @Test
  void everyKeyThatAPageOfTheServerUsesIsTranslated() throws IOException {
    Set<String> known = keys(locale("it"));
    known.addAll(keys(locale("pages.it")));
    known.addAll(keys(locale("plot.it"))); // the plot's page and its fact sheet speak alike
    known.addAll(keys(locale("zones.it")));
    known.addAll(keys(locale("dossier.it")));
    known.addAll(keys(locale("roadbook.it")));
    known.addAll(keys(locale("themes.it"))); // a route's page speaks as the place does
    assertEquals(List.of(), usedInPages().stream().filter(key -> !key.endsWith(".") && !known.contains(key)).toList());
  }

  @Test
  void everyTranslationIsUsed() throws IOException {
    Set<String> used = used(file -> true);
    Set<String> prefixes = find(BUILT, file -> true);
    used.addAll(usedInPages());
    prefixes.addAll(find(BUILT_IN_PAGES, PAGES, file -> true));
    WITH_TABS.forEach(place -> prefixes.add(place + ".tab"));
    Set<String> known = new TreeSet<>();
    for (String part : PARTS) {
      known.addAll(keys(locale(part + "it")));
    }
    List<String> idle = known.stream()
        .filter(key -> !used.contains(key) && prefixes.stream().noneMatch(key::startsWith)).toList();
    assertEquals(List.of(), idle);
  }

  private static boolean isDesk(Path file) {
    return file.startsWith(WEB.resolve("js/desk"));
  }

  private static boolean isOf(String place, Path file) {
    return file.startsWith(WEB.resolve("js").resolve(place)) || file.equals(WEB.resolve(place + ".html")); // a page of its own
  }

  private static Set<String> used(Predicate<Path> where) throws IOException {
    Set<String> used = find(USED, where);
    used.addAll(find(ALTERNATIVE, where));
    return used;
  }

  private static Set<String> usedInPages() throws IOException {
    return find(IN_PAGES, PAGES, file -> true);
  }

  private static Set<String> find(Pattern pattern, Predicate<Path> where) throws IOException {
    return find(pattern, List.of(WEB), where);
  }

  private static Set<String> find(Pattern pattern, List<Path> folders, Predicate<Path> where) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path folder : folders) {
      findIn(folder, pattern, where, found);
    }
    return found;
  }

  private static void findIn(Path folder, Pattern pattern, Predicate<Path> where, Set<String> found) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(js|html|java)") && !f.startsWith(WEB.resolve("test")) && where.test(f)).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) {
          for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
              found.add(matcher.group(group));
            }
          }
        }
      }
    }
  }

  private static JsonNode locale(String language) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(WEB.resolve("locales").resolve(language + ".json")));
  }

  private static Set<String> keys(JsonNode locale) {
    return new TreeSet<>(locale.propertyNames());
  }

  private static List<String> placeholders(JsonNode text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile("\\{\\w+}").matcher(text.isString() ? text.asString() : text.path("other").asString());
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found.stream().sorted().toList();
  }
}
