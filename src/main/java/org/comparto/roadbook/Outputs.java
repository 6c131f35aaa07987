package org.comparto.roadbook;

import java.util.List;
import org.comparto.mail.MailProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes a programme in a form, as an answer with the name of a file. */
@Component
class Outputs {

  private final RoadbookPages pages;
  private final String organiser;

  Outputs(RoadbookPages pages, MailProperties mail) {
    this.pages = pages;
    this.organiser = mail.from() == null ? "" : mail.from();
  }

  /** @param gone stops that calendars have and the programme has no more */
  ResponseEntity<byte[]> answer(OutputForm form, Programme programme, List<GivenOut> gone) {
    byte[] body = switch (form) {
      case ROADBOOK -> pages.roadbook(programme);
      case GPX -> GpxForm.write(programme);
      case CALENDAR -> CalendarForm.write(programme, gone, organiser);
      case KML -> KmlForm.write(programme);
      case CSV -> CsvForm.write(programme);
      case GEOJSON -> GeoJsonForm.write(programme);
    };
    String ending = form.file().substring(form.file().lastIndexOf('.'));
    return file(body, form.mediaType(), form == OutputForm.ROADBOOK, slug(programme.name()) + ending, programme.language());
  }

  ResponseEntity<byte[]> host(Programme programme, long host) {
    return file(pages.host(programme, host), MediaType.APPLICATION_PDF_VALUE, true, slug(programme.name()) + "-" + host + ".pdf", programme.language());
  }

  ResponseEntity<byte[]> participants(Programme programme, List<org.comparto.tour.Tour.Participant> participants) {
    return file(pages.participants(programme, participants), MediaType.APPLICATION_PDF_VALUE, true, slug(programme.name()) + ".pdf", programme.language());
  }

  /** Nobody in between keeps what may name people. */
  private static ResponseEntity<byte[]> file(byte[] body, String type, boolean shown, String name, String language) {
    ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(name).build();
    return ResponseEntity.ok().contentType(MediaType.parseMediaType(type)).cacheControl(CacheControl.noCache().cachePrivate()).header("X-Robots-Tag", "noindex")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE).header(HttpHeaders.CONTENT_LANGUAGE, language)
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).body(body);
  }

  /** A name that every file system takes. */
  private static String slug(String name) {
    String plain = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", "").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return "comparto_" + (plain.isEmpty() ? "tour" : plain.substring(0, Math.min(60, plain.length())).toLowerCase(java.util.Locale.ROOT));
  }
}
