package org.comparto.encoding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is in a zip, by the plain library of Java. */
final class Zip {

  private Zip() {}

  static Map<String, byte[]> entries(byte[] zip) {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      Map<String, byte[]> entries = new TreeMap<>();
      for (ZipEntry entry; (entry = in.getNextEntry()) != null;) {
        entries.put(entry.getName(), in.readAllBytes());
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] unpacked(byte[] zip) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    entries(zip).values().forEach(all::writeBytes);
    return all.toByteArray();
  }
}
