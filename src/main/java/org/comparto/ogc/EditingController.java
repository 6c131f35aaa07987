package org.comparto.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.comparto.account.CurrentAccount;
import org.comparto.account.Scope;
import org.comparto.crs.Crs;
import org.comparto.editing.ClientsWithoutIfMatch;
import org.comparto.editing.Edits;
import org.comparto.editing.IfMatch;
import org.comparto.feature.FeatureQuery;
import org.comparto.feature.FeatureVersion;
import org.comparto.layer.Layer;
import org.comparto.layer.Layers;
import org.comparto.layer.Revisions;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.RefusedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Features written one by one, where that is enabled (OGC API Features, Part 4): what HTTP has to say about it. */
@RestController
@ConditionalOnBooleanProperty(name = "comparto.editing.enabled", matchIfMissing = true)
class EditingController {

  /** @param format of the feature in the answer; null if it is not wanted there */
  private record Call(Layer layer, Preferences wishes, @Nullable ItemsFormat format, Edits.Terms terms) {}

  private static final String ITEMS = "/ogc/collections/{collectionId}/items";
  private static final String ITEM = ITEMS + "/{featureId}";
  private static final String PATCH_TYPE = "application/merge-patch+json";
  private static final List<String> FEATURE_TYPES = List.of(Link.GEOJSON, Link.JSON);
  private static final List<String> PATCH_TYPES = List.of(PATCH_TYPE, Link.JSON);
  private static final String READING = "GET, HEAD, OPTIONS";
  /** Why a feature changes, for its history; percent-encoded where it is not plain ASCII. */
  private static final String REASON = "Comparto-Reason";
  private static final int LONGEST_REASON = 500;

  private final Layers layers;
  private final Revisions revisions;
  private final ItemsQuestion question;
  private final ItemsFormats formats;
  private final Edits edits;
  private final ReviewedWriting reviewed;
  private final ClientsWithoutIfMatch withoutIfMatch;

  EditingController(Layers layers, Revisions revisions, ItemsQuestion question, ItemsFormats formats, Edits edits, ReviewedWriting reviewed,
      ClientsWithoutIfMatch withoutIfMatch) {
    this.layers = layers;
    this.revisions = revisions;
    this.question = question;
    this.formats = formats;
    this.edits = edits;
    this.reviewed = reviewed;
    this.withoutIfMatch = withoutIfMatch;
  }

  /** Writing is announced to those who may write or propose: clients offer their users what they find here. */
  @RequestMapping(path = ITEMS, method = RequestMethod.OPTIONS)
  void itemsOptions(@PathVariable String collectionId, HttpServletResponse response) {
    Layer layer = layers.getLayer(collectionId, "collectionId");
    boolean creates = mayChange(layer) && Edits.takesNewFeatures(layer);
    response.setHeader(HttpHeaders.ALLOW, creates ? READING + ", POST" : READING);
    if (creates) {
      response.setHeader("Accept-Post", String.join(", ", FEATURE_TYPES));
    }
  }

  /** Who can not send If-Match is not told of PATCH: only a whole feature says in which version it was read. */
  @RequestMapping(path = ITEM, method = RequestMethod.OPTIONS)
  void itemOptions(@PathVariable String collectionId, @PathVariable String featureId, HttpServletRequest request, HttpServletResponse response) {
    boolean changes = mayChange(layers.getLayer(collectionId, "collectionId"));
    boolean patches = changes && !withoutIfMatch.include(request.getHeader(HttpHeaders.USER_AGENT));
    response.setHeader(HttpHeaders.ALLOW, READING + (changes ? ", PUT, DELETE" : "") + (patches ? ", PATCH" : ""));
    response.addHeader(HttpHeaders.VARY, HttpHeaders.USER_AGENT);
    if (patches) {
      response.setHeader(HttpHeaders.ACCEPT_PATCH, String.join(", ", PATCH_TYPES));
    }
  }

  @PostMapping(ITEMS)
  void create(@PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Call call = call(collectionId, FEATURE_TYPES, "Accept-Post", request, response);
    if (reviewed.isNeeded()) {
      accepted(reviewed.create(call.layer(), request.getInputStream(), call.terms()), response);
      return;
    }
    FeatureVersion made = edits.create(call.layer(), request.getInputStream(), call.terms());
    response.setHeader(HttpHeaders.LOCATION, Link.to("/ogc/collections/" + collectionId + "/items/" + made.id()));
    answer(call, made, HttpStatus.CREATED, HttpStatus.CREATED, request, response);
  }

  @PutMapping(ITEM)
  void replace(@PathVariable String collectionId, @PathVariable long featureId, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Call call = call(collectionId, FEATURE_TYPES, HttpHeaders.ACCEPT, request, response);
    if (reviewed.isNeeded()) {
      accepted(reviewed.replace(call.layer(), featureId, ifMatch(request), request.getInputStream(), call.terms()), response);
      return;
    }
    FeatureVersion made = edits.replace(call.layer(), featureId, ifMatch(request), request.getInputStream(), call.terms());
    answer(call, made, HttpStatus.OK, HttpStatus.NO_CONTENT, request, response);
  }

  @PatchMapping(ITEM)
  void update(@PathVariable String collectionId, @PathVariable long featureId, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Call call = call(collectionId, PATCH_TYPES, HttpHeaders.ACCEPT_PATCH, request, response);
    if (reviewed.isNeeded()) {
      accepted(reviewed.update(call.layer(), featureId, ifMatch(request), request.getInputStream(), call.terms()), response);
      return;
    }
    FeatureVersion made = edits.update(call.layer(), featureId, ifMatch(request), request.getInputStream(), call.terms());
    answer(call, made, HttpStatus.OK, HttpStatus.NO_CONTENT, request, response);
  }

  @DeleteMapping(ITEM)
  void delete(@PathVariable String collectionId, @PathVariable long featureId, HttpServletRequest request, HttpServletResponse response) {
    Layer layer = layers.getWrittenLayer(collectionId, "collectionId");
    checkLayer(layer);
    Edits.Terms terms = new Edits.Terms(Crs.CRS84, false, reason(request));
    if (reviewed.isNeeded()) {
      accepted(reviewed.retire(layer, featureId, ifMatch(request), terms), response);
      return;
    }
    edits.delete(layer, featureId, ifMatch(request), terms);
    response.setStatus(HttpStatus.NO_CONTENT.value());
  }

  private static boolean mayChange(Layer layer) {
    return !layer.isComputed() && CurrentAccount.find().filter(account -> account.may(Scope.WRITE) || account.may(Scope.PROPOSE))
        .filter(account -> account.layers() == null || account.layers().contains(layer.id())).isPresent();
  }

  /** Before ids and bodies are looked at; where in the layer the caller may change anything is asked when it is known where it lies. */
  private void checkLayer(Layer layer) {
    CurrentAccount caller = CurrentAccount.get();
    if (reviewed.isNeeded()) {
      caller.checkPropose(layer.id(), caller.territory(), caller.municipality());
    } else {
      caller.checkWrite(layer.id(), caller.territory());
    }
  }

  /** Public when somebody else has approved it. */
  private static void accepted(long proposal, HttpServletResponse response) {
    response.setHeader(HttpHeaders.LOCATION, Link.to("/api/proposals/" + proposal));
    response.setStatus(HttpStatus.ACCEPTED.value());
  }

  private static IfMatch ifMatch(HttpServletRequest request) {
    return new IfMatch(request.getHeader(HttpHeaders.IF_MATCH), request.getHeader(HttpHeaders.USER_AGENT));
  }

  /** Everything that can be wrong with the question beside its body, before anything is written. */
  private Call call(String collectionId, List<String> types, String header, HttpServletRequest request, HttpServletResponse response) {
    Layer layer = layers.getWrittenLayer(collectionId, "collectionId");
    checkLayer(layer);
    Preferences wishes = Preferences.of(request);
    wishes.announce(false, response);
    checkType(request, response, types, header);
    String crs = request.getHeader(ItemsController.CONTENT_CRS);
    Crs ofBody = crs == null ? Crs.CRS84 : Crs.parse(crs.trim().replaceAll("^<|>$", ""), ItemsController.CONTENT_CRS);
    return new Call(layer, wishes, wishes.representation() ? formats.choose(null, request.getHeader(HttpHeaders.ACCEPT)) : null,
        new Edits.Terms(ofBody, wishes.lenient(), reason(request)));
  }

  private static @Nullable String reason(HttpServletRequest request) {
    String given = request.getHeader(REASON);
    try {
      String reason = given == null ? "" : UriUtils.decode(given, StandardCharsets.UTF_8).strip();
      if (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl)) {
        throw new InvalidInputException(REASON, REASON + " may have " + LONGEST_REASON + " characters, none of them a control character.");
      }
      return reason.isEmpty() ? null : reason;
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(REASON, REASON + " is not correctly percent-encoded.");
    }
  }

  /** A body whose type is not said is a 400 by the standard, one of another type a 415 that says which there are. */
  private static void checkType(HttpServletRequest request, HttpServletResponse response, List<String> types, String header) {
    String given = request.getContentType();
    if (given == null || given.isBlank()) {
      throw new InvalidInputException(HttpHeaders.CONTENT_TYPE, "Say in Content-Type what the body is; there are " + String.join(", ", types));
    }
    boolean encoded = request.getHeader(HttpHeaders.CONTENT_ENCODING) != null;
    if (encoded || !isOneOf(types, given)) {
      response.setHeader(header, String.join(", ", types));
      throw new RefusedException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", encoded ? "Send the body as it is, without Content-Encoding."
          : "The body may be " + String.join(", ", types) + ".", encoded ? HttpHeaders.CONTENT_ENCODING : HttpHeaders.CONTENT_TYPE, null);
    }
  }

  private static boolean isOneOf(List<String> types, String given) {
    try {
      MediaType type = MediaType.parseMediaType(given);
      return types.stream().anyMatch(known -> MediaType.parseMediaType(known).equalsTypeAndSubtype(type));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  /** The version just made, and the feature itself in the reference system it came in, if that is preferred. */
  private void answer(Call call, FeatureVersion made, HttpStatus withContent, HttpStatus without, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.ETAG, "\"" + made.tag() + "\"");
    if (call.format() == null) {
      response.setStatus(without.value());
      return;
    }
    call.wishes().announce(true, response);
    response.setStatus(withContent.value());
    FeatureQuery query = question.one(call.layer(), Map.of()).in(call.terms().crs());
    ItemsPage page = new ItemsPage(query, revisions.current(call.layer().id()), Map.of(), call.format());
    ItemsController.setHeaders(page, response);
    call.format().writeFeature(page, made, request, response);
  }
}
