package org.comparto.encoding;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes a table as RFC 4180 says, in UTF-8: lines end with CR LF, quotes stand only where they must, what is not known is empty. */
public final class CsvTable implements Closeable {

  private final Writer out;
  private final char separator;
  private boolean begun;

  public CsvTable(OutputStream out, char separator) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
    this.separator = separator;
  }

  public CsvTable value(@Nullable String value) {
    try {
      if (begun) {
        out.write(separator);
      }
      begun = true;
      if (value != null) {
        write(value);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void endRow() {
    try {
      out.write("\r\n");
      begun = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void flush() throws IOException {
    out.flush();
  }

  /** Also closes what it writes to. */
  @Override
  public void close() throws IOException {
    out.close();
  }

  private void write(String value) throws IOException {
    if (needsQuotes(value)) {
      out.write('"');
      out.write(value.replace("\"", "\"\""));
      out.write('"');
    } else {
      out.write(value);
    }
  }

  private boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == separator || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return value.isEmpty() || value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ';
  }
}
