package org.comparto.inquiry;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The sentences of this module in one language, from inquiry/words_*.properties; {0}, {1} … are replaced. */
record Words(Locale locale, ResourceBundle bundle) {

  /** @param language it or en */
  static Words in(String language) {
    Locale locale = Locale.forLanguageTag(language);
    return new Words(locale, ResourceBundle.getBundle("inquiry.words", locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
  }

  String say(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
