package org.comparto.district;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comparto.layer.Localized;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Networks of firms: anybody reads those that are public, whoever may propose changes of companies keeps them on the version that was read. */
@RestController
class NetworkController {

  /** One kind of network. */
  record Kind(String id, Localized title) {}

  /** @param kinds all there are, found or not */
  record Found(List<Network> networks, List<Kind> kinds) {}

  private final Networks networks;
  private final NetworkImport networkImport;

  NetworkController(Networks networks, NetworkImport networkImport) {
    this.networks = networks;
    this.networkImport = networkImport;
  }

  @GetMapping("/api/networks")
  ResponseEntity<Found> list(@RequestParam(required = false) @Nullable String territory, @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable Long company, @RequestParam(required = false) @Nullable String q) {
    List<Kind> kinds = Arrays.stream(NetworkKind.values()).map(one -> new Kind(one.id(), one.title)).toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Found(networks.list(territory, kind, company, q == null || q.isBlank() ? null : q.strip()), kinds));
  }

  @GetMapping("/api/networks/{id}")
  ResponseEntity<NetworkPage> page(@PathVariable long id) {
    return answer(ResponseEntity.ok(), networks.page(id));
  }

  /** The members that may be named, as GeoJSON points (CRS84). */
  @GetMapping("/api/networks/{id}/members.geojson")
  ResponseEntity<Map<String, Object>> members(@PathVariable long id) {
    NetworkPage page = networks.page(id);
    List<Map<String, Object>> features = page.members().stream().map(member -> {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("name", member.name());
      properties.put("role", member.role());
      properties.put("joined_on", member.joinedOn());
      properties.put("left_on", member.leftOn());
      properties.put("demonstration", member.demonstration());
      return Map.<String, Object>of("type", "Feature", "id", member.company(), "geometry", Map.of("type", "Point", "coordinates", List.of(member.lon(), member.lat())),
          "properties", properties);
    }).toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.parseMediaType("application/geo+json"))
        .body(Map.of("type", "FeatureCollection", "features", features));
  }

  @PostMapping(path = "/api/networks", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<NetworkPage> create(@RequestBody NewNetwork network) {
    return answer(ResponseEntity.status(HttpStatus.CREATED), networks.create(network));
  }

  @PostMapping(path = "/api/networks/import", consumes = "text/csv")
  @ResponseStatus(HttpStatus.CREATED)
  NetworkImport.Result take(@RequestParam String territory, @RequestBody String table) {
    return networkImport.take(territory, table);
  }

  @PutMapping(path = "/api/networks/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<NetworkPage> change(@PathVariable long id, @RequestBody NewNetwork network, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return answer(ResponseEntity.ok(), networks.change(id, version(ifMatch), network));
  }

  @DeleteMapping("/api/networks/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable long id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    networks.remove(id, version(ifMatch));
  }

  @GetMapping("/api/networks/{id}/history")
  List<Map<String, Object>> history(@PathVariable long id) {
    return networks.history(id);
  }

  private static ResponseEntity<NetworkPage> answer(ResponseEntity.BodyBuilder answer, NetworkPage page) {
    return answer.cacheControl(CacheControl.noStore()).eTag("\"" + page.network().version() + "\"").body(page);
  }

  private static int version(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      throw new RefusedException(HttpStatus.PRECONDITION_REQUIRED, "if-match-required", "Name the version that you have read: If-Match with the ETag of this network.", "If-Match", null);
    }
    String version = ifMatch.strip().replaceFirst("^(?:W/)?\"?(\\d{1,9})(?:-gzip)?\"?$", "$1");
    if (!version.matches("\\d{1,9}")) {
      throw new InvalidInputException("If-Match", "If-Match must be the version of a network, as \"3\".");
    }
    return Integer.parseInt(version);
  }
}
