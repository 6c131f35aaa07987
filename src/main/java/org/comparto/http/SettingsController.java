package org.comparto.http;

import java.util.List;
import org.comparto.layer.LayerFigures;
import org.comparto.layer.Layers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page needs to know before it draws anything. */
@RestController
class SettingsController {

  /** @param demonstration whether any layer holds synthetic data, which every screen then says */
  record Settings(String name, String version, List<String> languages, PageSettings.@Nullable Basemap basemap,
      @Nullable String accessibilityContact, boolean demonstration) {}

  private final PageSettings page;
  private final String version;
  private final Layers layers;
  private final LayerFigures figures;

  SettingsController(PageSettings page, @Value("${comparto.version}") String version, Layers layers, LayerFigures figures) {
    this.page = page;
    this.version = version;
    this.layers = layers;
    this.figures = figures;
  }

  @GetMapping("/api/settings")
  ResponseEntity<Settings> settings() {
    boolean demonstration = layers.all().stream().anyMatch(layer -> figures.of(layer).demonstration());
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(
        new Settings("Comparto", version, List.of("it", "en"), page.basemap(), page.accessibilityContact(), demonstration));
  }
}
