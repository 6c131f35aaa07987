package org.comparto.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A zip from a stranger: its entries are looked at and counted while they are unpacked, whatever its directory says of them. */
final class Archive {

  private static final int MOST_ENTRIES = 2_000;
  /** Deflate makes at most 1 of 1032; text of geodata seldom shrinks to less than a twentieth. */
  private static final int HIGHEST_RATIO = 200;
  private static final long RATIO_COUNTS_FROM = 10L << 20;

  private Archive() {}

  static List<String> names(Path zip) {
    try (ZipFile file = open(zip)) {
      return file.stream().limit(MOST_ENTRIES + 1L).map(ZipEntry::getName).toList();
    } catch (IOException e) {
      throw unreadable(zip, e);
    }
  }

  /**
   * Unpacks the files into the folder, without folders of their own.
   *
   * @throws SourceRefusedException zip-bomb, unsafe-path, xml-entity or not-readable
   */
  static List<Path> unpack(Path zip, Path folder, Limits limits) {
    return walk(zip, folder, limits);
  }

  /** The same care for formats that are archives themselves and are read by GDAL: all is unpacked to nowhere. */
  static void check(Path zip, Limits limits) {
    walk(zip, null, limits);
  }

  private static List<Path> walk(Path zip, @Nullable Path folder, Limits limits) {
    List<Path> unpacked = new ArrayList<>();
    try (ZipFile file = open(zip)) {
      long total = 0;
      int entries = 0;
      for (ZipEntry entry : Collections.list(file.entries())) {
        if (++entries > MOST_ENTRIES) {
          throw bomb("it holds more than " + MOST_ENTRIES + " files");
        }
        String name = entry.getName().replace('\\', '/');
        refuseUnsafe(name);
        if (entry.isDirectory() || isOfTheSystem(name)) {
          continue;
        }
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (folder != null && last.toLowerCase(Locale.ROOT).matches(".*\\.(zip|kmz|gz|7z|rar|tar|tgz|bz2|xz)")) {
          throw new SourceRefusedException("not-readable", "The archive holds another archive, " + last
              + ". Unpack it and send its files in one zip.");
        }
        Path target = folder == null ? null : free(folder, last);
        try (InputStream in = file.getInputStream(entry)) {
          total += copy(in, target, entry.getCompressedSize(), limits.unpackedBytes() - total);
        }
        if (folder == null && last.toLowerCase(Locale.ROOT).matches(".*\\.(xml|kml|rels|gml)")) {
          try (InputStream in = file.getInputStream(entry)) {
            XmlScan.refuseEntities(in, last);
          }
        }
        if (target != null) {
          unpacked.add(target);
        }
      }
    } catch (IOException | InvalidPathException e) {
      throw unreadable(zip, e);
    }
    return unpacked;
  }

  private static void refuseUnsafe(String name) {
    boolean climbs = List.of(name.split("/")).contains("..");
    if (climbs || name.startsWith("/") || name.matches("^[A-Za-z]:.*") || name.indexOf('\0') >= 0) {
      throw new SourceRefusedException("unsafe-path", "The archive names a file outside itself (" + name + "). Make the zip again from its folder.");
    }
  }

  /** What the systems add when somebody makes a zip by hand. */
  private static boolean isOfTheSystem(String name) {
    return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db") || name.endsWith("desktop.ini");
  }

  private static Path free(Path folder, String name) throws IOException {
    Path target = folder.resolve(name);
    if (Files.exists(target)) {
      throw new SourceRefusedException("not-readable", "The archive holds two files named " + name + ". Send them in two archives.");
    }
    return target;
  }

  /** Links are never made: an entry that says it is one becomes a small file with the link's text. */
  private static long copy(InputStream in, @Nullable Path target, long packed, long left) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long written = 0;
    try (OutputStream out = target == null ? OutputStream.nullOutputStream() : Files.newOutputStream(target)) {
      for (int read; (read = in.read(buffer)) >= 0;) {
        written += read;
        if (written > left) {
          throw bomb("it unpacks to more than may be");
        }
        if (written > RATIO_COUNTS_FROM && packed > 0 && written / packed > HIGHEST_RATIO) {
          throw bomb("a file in it unpacks to more than " + HIGHEST_RATIO + " times its size");
        }
        out.write(buffer, 0, read);
      }
    }
    return written;
  }

  /** Names in old archives of Italian offices are in code page 850, without saying so. */
  private static ZipFile open(Path zip) throws IOException {
    try {
      return new ZipFile(zip.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      return new ZipFile(zip.toFile(), Charset.isSupported("IBM850") ? Charset.forName("IBM850") : StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static SourceRefusedException bomb(String why) {
    return new SourceRefusedException("zip-bomb", "The archive is not unpacked: " + why + ".");
  }

  private static SourceRefusedException unreadable(Path zip, Exception why) {
    return new SourceRefusedException("not-readable", "The archive can not be read: " + why.getMessage());
  }
}
