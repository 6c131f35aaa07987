package org.comparto.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Looks for document types and entities, which can read other files, call other machines or grow without end; no geodata need them. */
final class XmlScan {

  private static final int OVERLAP = 16;

  private XmlScan() {}

  /** @throws SourceRefusedException xml-entity if there is one anywhere, even in a comment */
  static void refuseEntities(InputStream xml, String name) throws IOException {
    byte[] buffer = new byte[1 << 16];
    int kept = 0;
    Charset charset = null;
    for (int read; (read = xml.readNBytes(buffer, kept, buffer.length - kept)) > 0;) {
      int length = kept + read;
      if (charset == null) {
        charset = charset(buffer, length);
      }
      String text = new String(buffer, 0, length, charset).toUpperCase(Locale.ROOT);
      if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
        throw new SourceRefusedException("xml-entity", name + " declares a document type or entities (<!DOCTYPE, <!ENTITY), which are never"
            + " read. Remove the declaration and send the file again.");
      }
      kept = Math.min(OVERLAP * 2, length);
      System.arraycopy(buffer, length - kept, buffer, 0, kept);
    }
  }

  /** ISO-8859-1 finds the words in every encoding that contains ASCII. */
  private static Charset charset(byte[] start, int length) {
    if (length >= 2 && (start[0] == (byte) 0xFE && start[1] == (byte) 0xFF || start[0] == 0 && start[1] == '<')) {
      return StandardCharsets.UTF_16BE;
    }
    if (length >= 2 && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE || start[0] == '<' && start[1] == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.ISO_8859_1;
  }
}
