package org.comparto.zone;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.ogc.Frame;
import org.comparto.ogc.HtmlPages;
import org.comparto.ogc.Link;
import org.comparto.ogc.PageRequest;
import org.comparto.text.Words;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.zone.Zones.Territory;
import org.comparto.zone.Zones.Zone;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages of industrial zones: all of them, one, and its map. */
@RestController
class ZoneController {

  private static final int IN_PAGE = 200;

  private final Zones zones;
  private final ZoneProfile profile;
  private final ZoneMap map;
  private final HtmlPages pages;

  ZoneController(Zones zones, ZoneProfile profile, ZoneMap map, HtmlPages pages) {
    this.zones = zones;
    this.profile = profile;
    this.map = map;
    this.pages = pages;
  }

  /**
   * All zones with their available plots.
   *
   * @param territory only those of one; null for all
   * @param page from 1, of so many zones each
   */
  @GetMapping("/zones")
  void index(@RequestParam(required = false) @Nullable String territory, @RequestParam(defaultValue = "1") int page,
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<Territory> territories = zones.territories();
    if (territory != null && territories.stream().noneMatch(one -> one.code().equals(territory))) {
      throw new NotFoundException("territory", "There is no territory with zones of this code.");
    }
    if (page < 1 || page > 100_000) {
      throw new InvalidInputException("page", "page is " + page + "; it must be from 1 to 100000");
    }
    PageRequest wanted = PageRequest.html(request, response, lang);
    Words t = Words.in(wanted.language());
    long all = territories.stream().filter(one -> territory == null || one.code().equals(territory)).mapToLong(Territory::zones).sum();
    String query = (territory == null ? "" : "&territory=" + territory) + (page == 1 ? "" : "&page=" + page);
    Frame frame = new Frame(wanted.language(), wanted.languageChosen(), t.of("zones.heading"), t.of("zones.lead"),
        "/zones" + (query.isEmpty() ? "" : "?" + query.substring(1)), query.isEmpty(), Link.to("/ogc/collections/" + Zones.LAYER + "/items"), List.of(), null);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("sheet", "/css/zone.css");
    content.put("territories", territories);
    content.put("chosen", territory);
    content.put("all", all);
    content.put("zones", profile.listed(zones.list(territory, IN_PAGE, (page - 1L) * IN_PAGE), territories, t));
    String base = "/zones?" + (territory == null ? "" : "territory=" + territory + "&");
    content.put("previous", page > 1 ? base + "page=" + (page - 1) : null);
    content.put("next", (long) page * IN_PAGE < all ? base + "page=" + (page + 1) : null);
    pages.write("zone/zones", frame, content, request, response);
  }

  @GetMapping("/zones/{id}")
  void zone(@PathVariable long id, @RequestParam(required = false) @Nullable String lang, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Zone zone = zones.find(id).orElseThrow(() -> unknown(id));
    PageRequest wanted = PageRequest.html(request, response, lang);
    Words t = Words.in(wanted.language());
    pages.write("zone/zone", profile.frame(zone, wanted, t), profile.content(zone, t), request, response);
  }

  @GetMapping("/zones/{id}/map.svg")
  ResponseEntity<byte[]> map(@PathVariable long id) {
    byte[] drawn = map.draw(id).orElseThrow(() -> unknown(id)).getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).eTag("\"" + DigestUtils.md5DigestAsHex(drawn) + "\"")
        .contentType(MediaType.parseMediaType("image/svg+xml")).body(drawn);
  }

  private static NotFoundException unknown(long id) {
    return new NotFoundException("id", "There is no public industrial zone " + id + "; /zones lists those there are.");
  }
}
