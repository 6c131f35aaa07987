package org.comparto.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * What the JVM keeps of the classes under test once they are loaded (class data sharing), so that applications after the first start with
 * half the work. It wants jars: the folders of classes are packed for it. Made anew when a class has changed.
 */
final class ClassArchive {

  private static final Path FOLDER = Path.of("target", "class-archive").toAbsolutePath();
  private static final String UNFINISHED = ".unfinished";
  private static ClassArchive instance;

  private final String classPath;
  private final Path file;

  private ClassArchive() throws IOException {
    List<String> parts = new ArrayList<>();
    long newest = 0;
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (Files.isDirectory(Path.of(part))) {
        long changed = newest(Path.of(part));
        newest = Math.max(newest, changed);
        parts.add(pack(Path.of(part), changed).toString());
      } else {
        parts.add(part);
      }
    }
    classPath = String.join(File.pathSeparator, parts);
    file = FOLDER.resolve(newest + "-" + Runtime.version().feature() + ".jsa");
    removeFormer();
  }

  static synchronized ClassArchive get() throws IOException {
    if (instance == null) {
      instance = new ClassArchive();
    }
    return instance;
  }

  /** Options of a JVM that uses the archive, or of one that remembers what it loads, for {@link #keep}. */
  List<String> options() {
    return List.of(Files.exists(file) ? "-XX:SharedArchiveFile=" + file : "-XX:+RecordDynamicDumpInfo", "-Xlog:cds*=off", "-cp", classPath);
  }

  /** Makes the archive of what an application has loaded, unless there is one; without it the next one only starts more slowly. */
  void keep(Process application) throws IOException, InterruptedException {
    if (Files.exists(file)) {
      return;
    }
    Path unfinished = FOLDER.resolve(ProcessHandle.current().pid() + UNFINISHED);
    new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(application.pid()), "VM.cds", "dynamic_dump",
        unfinished.toString()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    if (Files.exists(unfinished)) {
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void removeFormer() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.list(FOLDER)) {
      all = files.filter(path -> !path.equals(file) && !classPath.contains(path.toString()) && !path.toString().endsWith(UNFINISHED)).toList();
    }
    for (Path former : all) {
      Files.deleteIfExists(former);
    }
  }

  private static Path pack(Path folder, long changed) throws IOException {
    Path jar = FOLDER.resolve(folder.getFileName() + "-" + changed + ".jar");
    if (!Files.exists(jar)) {
      Path unfinished = Files.createDirectories(FOLDER).resolve(ProcessHandle.current().pid() + "-" + folder.getFileName() + UNFINISHED);
      ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, "--create", "--no-compress", "--file", unfinished.toString(), "-C", folder.toString(), ".");
      Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    return jar;
  }

  private static long newest(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(path -> path.toFile().lastModified()).max().orElse(0);
    }
  }
}
