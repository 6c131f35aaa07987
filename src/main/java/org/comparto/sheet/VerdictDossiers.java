package org.comparto.sheet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.comparto.facts.Moment;
import org.comparto.layer.Layers;
import org.comparto.text.Words;
import org.comparto.verdict.Verdicts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the dossier of a verdict: what was answered, a map of it, and the link by which anybody finds it again. */
@Component
class VerdictDossiers {

  private static final double CODE_MM = 34;

  private final JdbcClient db;
  private final Verdicts verdicts;
  private final Layers layers;
  private final VerdictMap map;
  private final SpringTemplateEngine templates;
  private final SheetPdf pdf;
  private final SheetPlaces places;
  private final String publicAddress;

  /** @param publicAddress where people reach this installation; what the request called it if it is not set */
  VerdictDossiers(JdbcClient db, Verdicts verdicts, Layers layers, VerdictMap map, SpringTemplateEngine templates, SheetPdf pdf, SheetPlaces places,
      @Value("${comparto.inquiry.public-address:}") String publicAddress) {
    this.db = db;
    this.verdicts = verdicts;
    this.layers = layers;
    this.map = map;
    this.templates = templates;
    this.pdf = pdf;
    this.places = places;
    this.publicAddress = publicAddress.replaceAll("/+$", "");
  }

  byte[] make(String id, String language) {
    JsonNode verdict = JsonMapper.shared().readTree(verdicts.find(id));
    String base = publicAddress.isEmpty() ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() : publicAddress;
    String link = base + "/#place=energy&view=verdict&verdict=" + id;
    return places.make(() -> {
      Words t = Words.in(language);
      Instant given = Instant.parse(verdict.path("createdAt").asString());
      VerdictPage page = VerdictPage.of(verdict, territory(verdict.path("territory")), layers.getLayer("energy_area", "layer"), t);
      MapSheet drawn = map.draw(verdict, new Moment(given), t);
      Map<String, String> pictures = new HashMap<>(Map.of("map.svg", drawn.svg(), "code.svg", SquareCode.svg(link, CODE_MM, "")));
      for (int entry = 0; entry < drawn.legend().size(); entry++) {
        pictures.put("legend-" + entry + ".svg", drawn.legend().get(entry).svg());
      }
      String xhtml = templates.process("sheet/verdict", new Context(Locale.forLanguageTag(language),
          Map.of("v", page, "map", drawn, "link", link, "t", t, "language", language))).replaceAll(SheetPages.NO_XML, "\uFFFD");
      return pdf.set(xhtml, pictures, given);
    });
  }

  /** What people call a territory; its code where it is there no more, null where the area lies in none. */
  private @Nullable String territory(JsonNode code) {
    if (!code.isString()) {
      return null;
    }
    return db.sql("SELECT name FROM territory WHERE code = :code ORDER BY id LIMIT 1").param("code", code.asString()).query(String.class).optional().orElse(code.asString());
  }
}
