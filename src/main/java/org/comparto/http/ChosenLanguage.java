package org.comparto.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of an answer: what {@code lang} says where it names one there is, else what the browser prefers, else Italian. */
class ChosenLanguage extends AcceptHeaderLocaleResolver {

  ChosenLanguage() {
    setSupportedLocales(List.of(Locale.ITALIAN, Locale.ENGLISH));
    setDefaultLocale(Locale.ITALIAN);
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    String chosen = request.getParameter("lang");
    return getSupportedLocales().stream().filter(locale -> locale.getLanguage().equals(chosen)).findFirst()
        .orElseGet(() -> super.resolveLocale(request));
  }
}
