package org.comparto.inquiry;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comparto.inquiry.Places.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;

/**
 * Inquiries as a table for spreadsheets: UTF-8 with its mark, comma, RFC 4180. What somebody wrote never becomes a formula:
 * a text that begins like one gets an apostrophe before it (OWASP, CSV injection).
 */
@Component
class CsvExport {

  private static final int PAGE = 500;
  private static final List<String> HEAD = List.of("ticket", "received_at", "state", "assigned_to", "answered_at", "territories", "organisation",
      "name", "email", "phone", "language", "ateco", "ateco_version", "activity", "area_m2", "power_kw", "water_l_s", "jobs", "jobs_per_1000_m2",
      "earliest", "latest", "offer_type", "budget_eur", "places", "message", "consent_version", "consent_at", "erased_at");

  private final Inbox inbox;
  private final Places places;

  CsvExport(Inbox inbox, Places places) {
    this.inbox = inbox;
    this.places = places;
  }

  /** Page by page, so that the whole is never in memory. */
  void write(InboxFilter filter, @Nullable String territory, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\ufeff');
    try (SequenceWriter rows = new CsvMapper().writer().writeValues(writer)) {
      rows.write(HEAD);
      Long before = null;
      List<Inquiry> page;
      do {
        page = inbox.list(filter, territory, before, PAGE);
        Map<Long, List<Place>> named = places.of(page.stream().map(Inquiry::id).toList());
        for (Inquiry inquiry : page) {
          rows.write(cells(inquiry, named.getOrDefault(inquiry.id(), List.of())));
          before = inquiry.id();
        }
      } while (page.size() == PAGE);
    }
  }

  private static List<String> cells(Inquiry inquiry, List<Place> places) {
    Needs needs = inquiry.needs();
    Contact contact = inquiry.contact();
    Stream<@Nullable Object> who = contact == null ? Stream.of(null, null, null, null)
        : Stream.of(contact.organisation(), contact.name(), contact.email(), contact.phone());
    return Stream.of(
        Stream.<@Nullable Object>of(inquiry.ticket(), inquiry.receivedAt(), inquiry.state(), inquiry.assignedTo(), inquiry.answeredAt(),
            String.join(" ", inquiry.territories())),
        who,
        Stream.<@Nullable Object>of(inquiry.language(), needs.ateco(), needs.atecoVersion(), needs.activity(), needs.areaM2(), needs.powerKw(),
            needs.waterLs(), needs.jobs(), needs.jobsPer1000M2(), needs.earliest(), needs.latest(), needs.offerType(), needs.budgetEur(),
            places.stream().map(Place::code).collect(Collectors.joining(" ")), inquiry.message(), inquiry.consentVersion(),
            inquiry.consentAt(), inquiry.erasedAt())).flatMap(part -> part).map(CsvExport::cell).toList();
  }

  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value instanceof Double number ? plain(number) : value.toString();
    boolean isFormula = value instanceof String && !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + text : text;
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }
}
