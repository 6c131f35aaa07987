package org.comparto.feature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.comparto.filter.Condition;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The cadastral look-up: municipality, section, sheet and parcel to geometry, as GeoJSON. */
@RestController
class CadastreController {

  /** Why there is no parcel. */
  record Note(String code, String message) {}

  private static final int MOST = 100;
  private static final int LONGEST = 100;

  private final CadastralParcels parcels;
  private final Features features;
  private final Layers layers;

  CadastreController(CadastralParcels parcels, Features features, Layers layers) {
    this.parcels = parcels;
    this.features = features;
    this.layers = layers;
  }

  /**
   * @param municipality cadastral code, ISTAT code or name
   * @param section any, if it is not given
   * @param sheet with or without leading zeros, as parcel
   */
  @GetMapping(path = "/api/cadastre/parcels", produces = "application/geo+json")
  ResponseEntity<String> parcels(@RequestParam String municipality, @RequestParam(required = false) @Nullable String section,
      @RequestParam String sheet, @RequestParam String parcel) {
    CadastralReference wanted = new CadastralReference(checked("municipality", municipality),
        section == null || section.isBlank() || section.equals("_") ? null : checked("section", section), checked("sheet", sheet),
        checked("parcel", parcel));
    CadastralParcels.Answer answer = parcels.find(wanted, MOST);
    if (answer.outcome() == CadastralParcels.Outcome.MUNICIPALITY_NOT_KNOWN) {
      throw new InvalidInputException("municipality", "there is no municipality \"" + municipality
          + "\" with a cadastral code; give a cadastral code like D150, an ISTAT code or a name, or load istat-comuni");
    }
    Layer layer = layers.getLayer(CadastralParcels.LAYER, "layer");
    long[] ids = answer.parcels().stream().mapToLong(Hit::id).toArray();
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    Utf8Output out = new Utf8Output(found);
    long returned = features.write(FeatureQuery.all(layer).meeting(new Condition("id = ANY(:parcels)", Map.of("parcels", ids)))
        .page(MOST, 0, null), out).returned();
    out.finish();
    Note note = note(answer, wanted);
    return ResponseEntity.ok("{\"type\":\"FeatureCollection\",\"features\":[" + found.toString(StandardCharsets.UTF_8)
        + "],\"numberReturned\":" + returned
        + (note == null ? "" : ",\"note\":" + JsonMapper.shared().writeValueAsString(note)) + "}");
  }

  private static @Nullable Note note(CadastralParcels.Answer answer, CadastralReference wanted) {
    String codes = String.join(", ", answer.codes());
    return switch (answer.outcome()) {
      case PARCELS_NOT_LOADED -> new Note("parcels-not-loaded", "No parcels of " + wanted.municipality() + " (" + codes
          + ") have been loaded; the operator loads them with ./comparto load cadastral-parcels.");
      case PARCEL_NOT_FOUND -> new Note("parcel-not-found", "Parcels of " + wanted.municipality() + " (" + codes + ") are loaded, but sheet "
          + wanted.sheet() + ", parcel " + wanted.parcel() + (wanted.section() == null ? "" : ", section " + wanted.section()) + " is not among them.");
      default -> null;
    };
  }

  private static String checked(String name, String value) {
    if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInputException(name, name + " is empty or longer than " + LONGEST + " characters");
    }
    return value.strip();
  }
}
