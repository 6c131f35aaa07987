package org.comparto.theme;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comparto.layer.Localized;
import org.comparto.ogc.Frame;
import org.comparto.ogc.HtmlPages;
import org.comparto.ogc.JsonLd;
import org.comparto.ogc.Link;
import org.comparto.ogc.PageRequest;
import org.comparto.problem.NotFoundException;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages of published routes that people and search engines read without the map: all of them, and one. */
@RestController
class ThemePages {

  /** A picture in one language. */
  record Image(String href, String alt, String credit) {}

  /** A stop in one language. */
  record Place(String name, List<String> text) {}

  /** A route of the list. @param image null for none */
  record Card(String path, String title, String teaser, String facts, @Nullable Image image, boolean demonstration) {}

  private final Themes themes;
  private final HtmlPages pages;

  ThemePages(Themes themes, HtmlPages pages) {
    this.themes = themes;
    this.pages = pages;
  }

  @GetMapping("/themes")
  void index(@RequestParam(required = false) @Nullable String lang, HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageRequest wanted = PageRequest.html(request, response, lang);
    Words t = Words.in(wanted.language());
    Frame frame = new Frame(wanted.language(), wanted.languageChosen(), t.of("themes.heading"), t.of("themes.lead"), "/themes", true, Link.to("/api/themes"), List.of(), null);
    List<Card> cards = themes.published().stream().map(theme -> new Card(theme.path(), say(theme.document().title(), t), say(theme.document().teaser(), t), facts(theme.document(), t),
        images(theme, t).findFirst().orElse(null), theme.demonstration())).toList();
    pages.write("theme/themes", frame, Map.of("sheet", "/css/themes.css", "cards", cards), request, response);
  }

  /** A draft has no page, whoever asks. */
  @GetMapping("/themes/{id}")
  void one(@PathVariable long id, @RequestParam(required = false) @Nullable String lang, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Theme theme = themes.published(id).orElseThrow(() -> new NotFoundException("id", "There is no theme route " + id + "; /themes lists those there are."));
    PageRequest wanted = PageRequest.html(request, response, lang);
    Words t = Words.in(wanted.language());
    ThemeDocument document = theme.document();
    String title = say(document.title(), t);
    List<JsonLd.Stop> stops = document.stops().stream().map(stop -> new JsonLd.Stop(say(stop.name(), t), stop.lon(), stop.lat())).toList();
    Frame frame = new Frame(wanted.language(), wanted.languageChosen(), title, say(document.teaser(), t), theme.path(), true, Link.to("/api/themes/" + id),
        List.of(new Frame.Crumb(t.of("themes.heading"), "/themes")), JsonLd.trip(Link.to(theme.path()), title, say(document.teaser(), t), stops));
    pages.write("theme/theme", frame, Map.of("sheet", "/css/themes.css", "theme", theme, "title", title, "teaser", say(document.teaser(), t), "text", paragraphs(say(document.text(), t)),
        "facts", facts(document, t), "stops", document.stops().stream().map(stop -> new Place(say(stop.name(), t), stop.text() == null ? List.of() : paragraphs(say(stop.text(), t)))).toList(),
        "images", images(theme, t).toList()), request, response);
  }

  private static String facts(ThemeDocument document, Words t) {
    Stream<String> facts = Stream.of(t.of("themes.theme." + document.theme()), t.of("themes.profile." + document.profile()),
        document.minutes() == null ? "" : t.of("themes.page.hours", Map.of("hours", document.minutes() / 60, "minutes", document.minutes() % 60)),
        t.of("themes.stops", Map.of("count", document.stops().size())), document.season() == null ? "" : say(document.season(), t));
    return String.join(" · ", facts.filter(fact -> !fact.isEmpty()).toList());
  }

  private static Stream<Image> images(Theme theme, Words t) {
    return theme.pictures().stream().map(one -> new Image(one.href(), say(one.alt(), t), t.of("themes.credit", Map.of("credit", one.credit(), "licence", one.licence()))));
  }

  private static String say(Localized text, Words t) {
    return text.in(t.language());
  }

  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\\R\\s*\\R")).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }
}
