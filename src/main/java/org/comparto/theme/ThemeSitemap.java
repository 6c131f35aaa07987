package org.comparto.theme;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.comparto.ogc.FurtherPages;
import org.springframework.stereotype.Component;

/** Tells search engines of the routes that are published. */
@Component
class ThemeSitemap implements FurtherPages {

  private final Themes themes;

  ThemeSitemap(Themes themes) {
    this.themes = themes;
  }

  @Override
  public List<Page> all() {
    return Stream.concat(Stream.of(new Page("/themes", null)), themes.published().stream()
        .map(theme -> new Page(theme.path(), theme.publishedAt() == null ? null : theme.publishedAt().atOffset(ZoneOffset.UTC)))).toList();
  }
}
