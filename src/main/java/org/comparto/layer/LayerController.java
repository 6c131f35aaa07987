package org.comparto.layer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comparto.account.CurrentAccount;
import org.comparto.audit.Audit;
import org.comparto.audit.AuditAction;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue as the map page and scripts read it: public attributes only. Admins change the layers that loads have made. */
@RestController
class LayerController {

  /** The whole catalogue. */
  record Catalogue(List<Heading> groups, List<Heading> sections, Map<String, List<Layer.Code>> codeLists,
      List<Entry> layers) {}

  /** One layer with its figures. @param byConsent whether its features are public by consent only, and made where that is given */
  record Entry(String id, Layer.Kind kind, String group, int order, Localized title, Localized description, Layer.GeometryType geometry,
      List<PublicAttribute> attributes, List<String> summary, List<String> filters, Layer.Display display, Layer.Style style,
      @Nullable List<Double> bounds, long count, long revision, boolean demonstration, Localized source, Layer.@Nullable Licence licence,
      boolean byConsent) {}

  /** An attribute without what only the desk needs to know about it. */
  record PublicAttribute(String name, AttributeType type, @Nullable String unit, @Nullable String codes, Localized title,
      @Nullable Localized help, String section, boolean tile, boolean required, @Nullable String reference, @Nullable String language,
      boolean derived, @Nullable String replaces) {

    static PublicAttribute of(Attribute a) {
      return new PublicAttribute(a.name(), a.type(), a.unit(), a.codes(), a.title(), a.help(), a.section(), a.tile(), a.required(),
          a.reference(), a.language(), a.derived(), a.replaces());
    }
  }

  /** What a form asks for. */
  record Form(String layer, Layer.GeometryType geometry, List<FormAttribute> attributes) {}

  /** An attribute that the caller may fill in. @param access desk for what only the desk sees */
  record FormAttribute(String name, AttributeType type, @Nullable String unit, @Nullable String codes, Localized title, @Nullable Localized help,
      String section, boolean required, @Nullable String reference, @Nullable String language, Attribute.Access access) {

    static FormAttribute of(Attribute a) {
      return new FormAttribute(a.name(), a.type(), a.unit(), a.codes(), a.title(), a.help(), a.section(), a.required(), a.reference(),
          a.language(), a.access());
    }
  }

  private final Layers layers;
  private final LayerFigures figures;
  private final Audit audit;

  LayerController(Layers layers, LayerFigures figures, Audit audit) {
    this.layers = layers;
    this.figures = figures;
    this.audit = audit;
  }

  @GetMapping("/api/layers")
  ResponseEntity<Catalogue> layers() {
    List<Layer> all = layers.all();
    Map<String, List<Layer.Code>> codeLists = new TreeMap<>();
    all.forEach(layer -> codeLists.putAll(layer.codes()));
    Catalogue catalogue = new Catalogue(layers.groups(), layers.sections(), codeLists, all.stream().map(this::entry).toList());
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(catalogue);
  }

  /** Fields of the desk are there for those who see them. */
  @GetMapping("/api/layers/{id}/form")
  ResponseEntity<Form> form(@PathVariable String id) {
    Layer layer = layers.getWrittenLayer(id, "id");
    boolean seesAll = CurrentAccount.get().seesDeskFields();
    List<FormAttribute> attributes = layer.fillableAttributes().stream().filter(a -> seesAll || a.isPublic()).map(FormAttribute::of).toList();
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(new Form(id, layer.geometry(), attributes));
  }

  /** Only layers that loads have made: those of the files are changed in the files. */
  @PutMapping("/api/layers/{id}")
  @Transactional
  ResponseEntity<Entry> change(@PathVariable String id, @RequestBody LayerChange change) {
    Layer layer = layers.getLayer(id, "id");
    if (!layers.isStored(id)) {
      throw RefusedException.conflict("layer-from-file", "The layer " + id + " is described by gis-data/layers/" + id
          + ".yaml; change it there.", "id");
    }
    Layer changed = change.applyTo(layer);
    try {
      layers.save(changed, CurrentAccount.get().username());
      audit.note(CurrentAccount.get().username(), AuditAction.LAYER_CHANGED, "layer:" + id, null);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException("body", e.getMessage());
    }
    return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(entry(changed));
  }

  private Entry entry(Layer layer) {
    LayerFigures.Figures f = figures.of(layer);
    List<Attribute> attributes = layer.publicAttributes();
    List<String> names = attributes.stream().map(Attribute::name).toList();
    return new Entry(layer.id(), layer.kind(), layer.group(), layer.order(), layer.title(), layer.description(), layer.geometry(),
        attributes.stream().map(PublicAttribute::of).toList(), keep(layer.summary(), names), keep(layer.filters(), names), layer.display(),
        layer.style(), f.bounds(), f.count(), f.revision(), f.demonstration(), layer.source(), layer.licence(),
        layer.consent() != null);
  }

  private static List<String> keep(List<String> wanted, List<String> allowed) {
    return wanted.stream().filter(allowed::contains).toList();
  }
}
