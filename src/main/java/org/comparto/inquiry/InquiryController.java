package org.comparto.inquiry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comparto.inquiry.Inquiries.Accepted;
import org.comparto.inquiry.Places.Place;
import org.comparto.problem.InvalidInputException;
import org.comparto.problem.NotFoundException;
import org.comparto.problem.RefusedException;
import org.comparto.problem.UnreadableJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asking the desk, and seeing again what was asked: for anybody. */
@RestController
class InquiryController {

  private static final int MOST_BYTES = 64 * 1024;

  /**
   * What the form needs to know.
   *
   * @param stamp to be sent along with what is filled in
   * @param receiptByMail false if no mail server is configured: the receipt is shown on screen only
   */
  record Form(String stamp, long minimumSeconds, Consent consent, int retentionMonths, long responseHours, boolean receiptByMail) {}

  /** @param text by language */
  record Consent(String version, Map<String, String> text) {}

  /** @param link the page of the receipt, relative to this installation; a secret of its sender */
  record Receipt(String ticket, Instant receivedAt, String token, String link, boolean receiptByMail) {}

  /**
   * An inquiry as its sender sees it again.
   *
   * @param contact null once the person is erased
   */
  record Sent(String ticket, Instant receivedAt, State state, @Nullable Instant answeredAt, Instant dueAt, List<String> territories,
      @Nullable Contact contact, Needs needs, List<Place> places, @Nullable String message, String language, String consentVersion,
      Instant consentAt, @Nullable Instant erasedAt) {}

  private final Inquiries inquiries;
  private final Inbox inbox;
  private final Places places;
  private final FormStamps stamps;
  private final ReceiptTokens tokens;
  private final Mails mails;
  private final InquiryProperties properties;
  private final JsonMapper json;

  InquiryController(Inquiries inquiries, Inbox inbox, Places places, FormStamps stamps, ReceiptTokens tokens, Mails mails,
      InquiryProperties properties, JsonMapper json) {
    this.inquiries = inquiries;
    this.inbox = inbox;
    this.places = places;
    this.stamps = stamps;
    this.tokens = tokens;
    this.mails = mails;
    this.properties = properties;
    this.json = json;
  }

  @GetMapping("/api/inquiries/form")
  Form form() {
    return new Form(stamps.issue(Instant.now()), properties.minimumFill().toSeconds(),
        new Consent(ConsentText.VERSION, ConsentText.inLanguages(properties.retentionMonths())), properties.retentionMonths(),
        properties.responseTarget().toHours(), mails.canBeSent());
  }

  /** The same answer again for the same Idempotency-Key. */
  @PostMapping(path = "/api/inquiries", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Receipt> send(HttpServletRequest request, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
      throws IOException {
    if (key != null && !key.matches("[\\x21-\\x7e]{16,100}")) {
      throw new InvalidInputException("Idempotency-Key", "Idempotency-Key must have 16 to 100 visible characters, and be hard to guess, as a UUID is.");
    }
    Accepted accepted = inquiries.accept(read(request), request.getRemoteAddr(), key);
    String token = tokens.of(accepted.id());
    return ResponseEntity.created(URI.create("/api/inquiries/receipts/" + token)).body(
        new Receipt(accepted.ticket(), accepted.receivedAt(), token, ReceiptLink.path(token), mails.canBeSent()));
  }

  @GetMapping("/api/inquiries/receipts/{token}")
  Sent receipt(@PathVariable String token) {
    Inquiry inquiry = tokens.read(token).stream().boxed().flatMap(id -> inbox.find(id, null).stream()).findFirst()
        .orElseThrow(() -> new NotFoundException("token", "This link opens no inquiry."));
    return new Sent(inquiry.ticket(), inquiry.receivedAt(), inquiry.state().shownToSender(), inquiry.answeredAt(),
        inquiry.receivedAt().plus(properties.responseTarget()), inquiry.territories(), inquiry.contact(), inquiry.needs(),
        places.of(List.of(inquiry.id())).getOrDefault(inquiry.id(), List.of()), inquiry.message(), inquiry.language(),
        inquiry.consentVersion(), inquiry.consentAt(), inquiry.erasedAt());
  }

  private NewInquiry read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new RefusedException(HttpStatus.CONTENT_TOO_LARGE, "too-large", "An inquiry has at most " + MOST_BYTES + " bytes.", "body", null);
    }
    try {
      NewInquiry read = json.readValue(body, NewInquiry.class);
      if (read == null) {
        throw new InvalidInputException("body", "A JSON object is expected in the body.");
      }
      return read;
    } catch (JacksonException e) {
      throw UnreadableJson.explain(e);
    }
  }
}
