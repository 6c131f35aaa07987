package org.comparto.sheet;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Sets XHTML as PDF/UA: tagged, in a language, with embedded fonts. It reads nothing from outside: pictures are those handed
 * over. The same content and moment give the same bytes.
 */
@Component
public class SheetPdf {

  static {
    XRLog.setLoggingEnabled(false); // it tells of every style sheet
  }

  private static final String SCHEME = "picture";
  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";

  /** @param pictures SVG by the name that pages call them: {@code picture:name.svg} @param at stands for the moment it was made */
  public byte[] set(String xhtml, Map<String, String> pictures, Instant at) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePdfUaAccessibility(true);
      builder.usePdfVersion(1.7f);
      builder.withProducer("Comparto");
      builder.useSVGDrawer(new BatikSVGDrawer());
      builder.useExternalResourceAccessControl((address, kind) -> address.startsWith(SCHEME + ":"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
      builder.useExternalResourceAccessControl((address, kind) -> address.startsWith(SCHEME + ":"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
      builder.useUriResolver((base, address) -> address);
      builder.useProtocolsStreamImplementation(address -> new Picture(pictures.getOrDefault(address.substring(SCHEME.length() + 1), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")), SCHEME);
      builder.useFont(() -> font("DejaVuSansCondensed.ttf"), "DejaVu", 400, FontStyle.NORMAL, true);
      builder.useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), "DejaVu", 700, FontStyle.NORMAL, true);
      builder.withHtmlContent(xhtml, null);
      builder.toStream(out);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        try (PDDocument document = renderer.createPDFKeepOpen()) {
          stamp(document, at, xhtml);
          document.save(out);
        }
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Dates and identifier from the content, not from the clock. */
  private static void stamp(PDDocument document, Instant at, String content) {
    Calendar moment = GregorianCalendar.from(at.atZone(TimeZone.getTimeZone("UTC").toZoneId()));
    document.getDocumentInformation().setCreationDate(moment);
    document.getDocumentInformation().setModificationDate(moment);
    document.setDocumentId((long) content.hashCode());
  }

  private static InputStream font(String name) {
    return SheetPdf.class.getResourceAsStream(FONTS + name);
  }

  /** A picture that lies in memory. */
  private record Picture(String svg) implements FSStream {

    @Override
    public InputStream getStream() {
      return new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Reader getReader() {
      return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
    }
  }
}
