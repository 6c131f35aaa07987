package org.comparto.ranking;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Up to five plots side by side, to look at and as files. */
@RestController
class CompareController {

  private final Comparing comparing;

  CompareController(Comparing comparing) {
    this.comparing = comparing;
  }

  @GetMapping("/api/plots/compare")
  ResponseEntity<Comparison> compare(@RequestParam String plots, @RequestParam(required = false) @Nullable String lang) {
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(comparing.compare(plots, RankingController.language()));
  }

  @GetMapping("/api/plots/compare.csv")
  ResponseEntity<byte[]> csv(@RequestParam String plots, @RequestParam(required = false) @Nullable String lang) {
    String language = RankingController.language();
    return file(ComparisonFiles.csv(comparing.compare(plots, language), language), "text/csv;charset=utf-8", "csv", language);
  }

  @GetMapping("/api/plots/compare.xlsx")
  ResponseEntity<byte[]> xlsx(@RequestParam String plots, @RequestParam(required = false) @Nullable String lang) {
    String language = RankingController.language();
    return file(ComparisonFiles.xlsx(comparing.compare(plots, language), language), RankingWorkbook.MEDIA_TYPE, "xlsx", language);
  }

  private static ResponseEntity<byte[]> file(byte[] bytes, String type, String extension, String language) {
    String name = (language.equals("en") ? "comparto_comparison." : "comparto_confronto.") + extension;
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).contentType(MediaType.parseMediaType(type))
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString()).body(bytes);
  }
}
