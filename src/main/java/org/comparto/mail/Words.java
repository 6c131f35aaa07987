package org.comparto.mail;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of a module in one language, from MODULE/words_*.properties; {0}, {1} … are replaced. */
public record Words(Locale locale, ResourceBundle bundle) {

  /** @param language it or en */
  public static Words in(String module, String language) {
    Locale locale = Locale.forLanguageTag(language);
    return new Words(locale, ResourceBundle.getBundle(module + ".words", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  public String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
