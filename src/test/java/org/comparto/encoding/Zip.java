package org.comparto.encoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is in a zip, by the plain library of Java. */
final class Zip {

  private Zip() {}

  static Map<String, byte[]> entries(byte[] zip) {
    try {
      Path file = Files.createTempFile("zip", ".zip");
      try {
        Files.write(file, zip);
        return entries(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> entries(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Map<String, byte[]> entries = new TreeMap<>();
      for (ZipEntry entry : Collections.list(file.entries())) {
        entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
      }
      return entries;
    }
  }

  static byte[] unpacked(byte[] zip) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    entries(zip).values().forEach(all::writeBytes);
    return all.toByteArray();
  }
}
