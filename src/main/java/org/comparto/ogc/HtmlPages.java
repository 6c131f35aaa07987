package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Layers;
import org.comparto.text.Words;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** Writes pages from templates: whatever a feature says becomes text there, never markup. */
@Component
public class HtmlPages {

  private final SpringTemplateEngine templates;
  private final Layers layers;
  private final LayerFigures figures;

  HtmlPages(SpringTemplateEngine templates, Layers layers, LayerFigures figures) {
    this.templates = templates;
    this.layers = layers;
    this.figures = figures;
  }

  /**
   * @param template below templates/, without its ending
   * @param content what the template names beside page (its frame) and t (the words)
   */
  public void write(String template, Frame frame, Map<String, Object> content, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, Object> variables = new HashMap<>(content);
    variables.put("page", frame);
    variables.put("t", Words.in(frame.language()));
    variables.put("demonstration", layers.all().stream().anyMatch(layer -> figures.of(layer).demonstration()));
    response.setContentType("text/html;charset=UTF-8");
    templates.process(template, new WebContext(JakartaServletWebApplication.buildApplication(request.getServletContext())
        .buildExchange(request, response), Locale.forLanguageTag(frame.language()), variables), response.getWriter());
  }
}
