package org.comparto.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** The content of a mail, which can be written as plain text and as HTML; nothing that a person wrote becomes markup. */
public final class Letter {

  private record Part(boolean isFact, String label, String text) {}

  private final String language;
  private final List<Part> parts = new ArrayList<>();

  public Letter(String language) {
    this.language = language;
  }

  public Letter paragraph(String text) {
    parts.add(new Part(false, "", text));
    return this;
  }

  public Letter fact(String label, String text) {
    parts.add(new Part(true, label, text));
    return this;
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      boolean opensBlock = i > 0 && !(part.isFact() && parts.get(i - 1).isFact());
      text.append(opensBlock ? "\n" : "").append(part.isFact() ? part.label() + ": " : "").append(part.text()).append('\n');
    }
    return text.toString();
  }

  public String html() {
    return "<!doctype html><html lang=\"" + language + "\"><body>" + parts.stream().map(Letter::html).collect(Collectors.joining()) + "</body></html>";
  }

  private static String html(Part part) {
    String text = HtmlUtils.htmlEscape(part.text(), "UTF-8").replace("\n", "<br>");
    return "<p>" + (part.isFact() ? "<strong>" + HtmlUtils.htmlEscape(part.label(), "UTF-8") + "</strong>: " : "") + text + "</p>";
  }
}
