package org.comparto.owner;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comparto.database.Sql;
import org.comparto.inquiry.FormStamps;
import org.comparto.owner.OwnerTokens.Use;
import org.comparto.picture.Photo;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.comparto.problem.UnreadableJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Offering a plot, confirming the address, and seeing what became of it: for anybody. */
@RestController
class OfferController {

  /** The photo is a third longer in JSON, and the rest is short. */
  private static final int MOST_BYTES = Photo.MOST_BYTES * 4 / 3 + 512 * 1024;
  private static final String PHOTO = Sql.load("owner/photo.sql").text();

  /**
   * What the form needs to know.
   *
   * @param stamp to be sent along with what is filled in
   * @param fields names of the layer's attributes that can be offered, in the order of the form
   * @param byMail false if no mail can be sent: nobody is asked to confirm, and the desk sees that
   */
  record Form(String stamp, long minimumSeconds, Consent consent, int retentionMonths, int mostPhotoBytes, List<String> fields, boolean byMail) {}

  /** @param text by language */
  record Consent(String version, Map<String, String> text) {}

  /** @param link the page of the receipt, relative to this installation; a secret of its sender */
  record Receipt(String ticket, Instant receivedAt, String state, String token, String link, boolean byMail) {}

  /**
   * An offer as its sender sees it again.
   *
   * @param state unconfirmed, received, published or refused
   * @param plot once it is public, or the one that is to be changed
   * @param reason of the desk
   */
  record Sent(String ticket, Instant receivedAt, String state, boolean confirmed, @Nullable Instant decidedAt, @Nullable String reason, @Nullable Long plot,
      JsonNode properties, @Nullable JsonNode geometry, boolean erased) {}

  private final Offers offers;
  private final OwnerTokens tokens;
  private final OwnerMails mails;
  private final FormStamps stamps;
  private final OwnerProperties properties;
  private final JdbcClient db;
  private final JsonMapper json;

  OfferController(Offers offers, OwnerTokens tokens, OwnerMails mails, FormStamps stamps, OwnerProperties properties, JdbcClient db, JsonMapper json) {
    this.offers = offers;
    this.tokens = tokens;
    this.mails = mails;
    this.stamps = stamps;
    this.properties = properties;
    this.db = db;
    this.json = json;
  }

  @GetMapping("/api/offers/form")
  ResponseEntity<Form> form() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Form(stamps.issue(Instant.now()), stamps.minimumFill().toSeconds(),
        new Consent(ConsentText.VERSION, ConsentText.inLanguages(properties.retentionMonths())), properties.retentionMonths(), Photo.MOST_BYTES,
        OfferedFields.ALL, mails.canBeSent()));
  }

  /** The photo is in Base64. */
  @PostMapping(path = "/api/offers", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Receipt> send(HttpServletRequest request) throws IOException {
    NewOffer offer = NewOffer.of(read(request));
    Photo photo = offer.photo() == null ? null : Photo.of(offer.photo());
    Offer accepted = offers.accept(offer, photo, request.getRemoteAddr());
    String token = tokens.of(Use.RECEIPT, accepted.id());
    return ResponseEntity.created(URI.create("/api/offers/receipts/" + token)).cacheControl(CacheControl.noStore())
        .body(new Receipt(accepted.ticket(), accepted.receivedAt(), accepted.stateShownToSender(), token, "/#place=offer&offered=" + token, mails.canBeSent()));
  }

  /** A POST, so that a program that looks through somebody's mail confirms nothing. */
  @PostMapping("/api/offers/confirmations/{token}")
  ResponseEntity<Sent> confirm(@PathVariable String token) {
    return answer(offers.confirm(tokens.read(Use.CONFIRM, token).orElseThrow(OfferController::unknown)));
  }

  @GetMapping("/api/offers/receipts/{token}")
  ResponseEntity<Sent> receipt(@PathVariable String token) {
    return answer(tokens.read(Use.RECEIPT, token).stream().boxed().flatMap(id -> offers.find(id).stream()).findFirst().orElseThrow(OfferController::unknown));
  }

  /** A photo of a public plot. */
  @GetMapping("/api/offers/photos/{photo}")
  ResponseEntity<byte[]> photo(@PathVariable String photo) {
    byte[] jpeg = uuid(photo).flatMap(id -> db.sql(PHOTO).param("id", id.toString()).query(byte[].class).optional())
        .orElseThrow(() -> new NotFoundException("photo", "There is no public photo of this name."));
    return ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofMinutes(5))).contentType(MediaType.IMAGE_JPEG).body(jpeg);
  }

  private ResponseEntity<Sent> answer(Offer offer) {
    ObjectNode said = (ObjectNode) json.readTree(offer.properties());
    said.remove(said.propertyNames().stream().filter(name -> !OfferedFields.ALL.contains(name)).toList()); // who owns it is for the desk only
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Sent(offer.ticket(), offer.receivedAt(), offer.stateShownToSender(),
        offer.confirmedAt() != null, offer.decidedAt(), offer.reason(), offer.plotId(), said,
        offer.geometry() == null ? null : json.readTree(offer.geometry()), offer.erasedAt() != null));
  }

  private static Optional<UUID> uuid(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? Optional.of(UUID.fromString(text)) : Optional.empty();
  }

  private static NotFoundException unknown() {
    return new NotFoundException("token", "This link opens no offer.");
  }

  private NewOffer.Sent read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "An offer has at most " + MOST_BYTES + " bytes, its photo at most "
          + Photo.MOST_BYTES + ".", "photo", null);
    }
    try {
      NewOffer.Sent read = json.readValue(body, NewOffer.Sent.class);
      if (read == null) {
        throw new InvalidInputException("body", "A JSON object is expected in the body.");
      }
      return read;
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }
}
