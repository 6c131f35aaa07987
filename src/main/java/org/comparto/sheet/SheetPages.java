package org.comparto.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comparto.facts.PlotFacts;
import org.comparto.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Lays fact sheets out as XHTML, from templates/sheet; whatever a record says becomes text there, never markup. */
@Component
class SheetPages {

  /**
   * One sheet.
   *
   * @param permalink the address that gives this very sheet again
   * @param live the address of the plot's page
   * @param differs the hash that the link asked for, where the data kept do not give it any more; else null
   */
  record Sheet(PlotFacts facts, MapSheet map, String permalink, String live, @Nullable String differs) {}

  /** What XML 1.0 does not allow, not even escaped. */
  static final String NO_XML = "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private final SpringTemplateEngine templates;

  SheetPages(SpringTemplateEngine templates) {
    this.templates = templates;
  }

  String lay(List<Sheet> sheets, String title, String language) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("sheets", sheets);
    variables.put("title", title);
    variables.put("language", language);
    variables.put("t", Words.in(language));
    return templates.process("sheet/sheets", new Context(Locale.forLanguageTag(language), variables)).replaceAll(NO_XML, "\uFFFD");
  }
}
