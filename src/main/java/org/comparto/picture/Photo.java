package org.comparto.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.comparto.problem.InvalidInputException;

/**
 * A photo drawn anew: whatever the file held beside the picture, where and with what it was taken among it, is gone.
 *
 * @param jpeg at most {@link #MOST_PIXELS} wide and high
 */
public record Photo(byte[] jpeg, int width, int height) {

  public static final int MOST_BYTES = 5 * 1024 * 1024;
  private static final int MOST_PIXELS = 1600;
  /** A small file may say that it is a huge picture. */
  private static final long MOST_PIXELS_SENT = 60_000_000;
  private static final Set<String> FORMATS = Set.of("jpeg", "png");

  /** @throws InvalidInputException if it is too large, or no JPEG or PNG picture */
  public static Photo of(byte[] file) {
    if (file.length > MOST_BYTES) {
      throw new InvalidInputException("photo", "photo has " + file.length + " bytes; the most are " + MOST_BYTES);
    }
    BufferedImage picture = read(file);
    double scale = Math.min(1, (double) MOST_PIXELS / Math.max(picture.getWidth(), picture.getHeight()));
    BufferedImage drawn = new BufferedImage(Math.max(1, (int) Math.round(picture.getWidth() * scale)),
        Math.max(1, (int) Math.round(picture.getHeight() * scale)), BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = drawn.createGraphics();
    brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    brush.setColor(Color.WHITE);
    brush.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
    brush.drawImage(picture, 0, 0, drawn.getWidth(), drawn.getHeight(), null);
    brush.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(drawn, "jpeg", out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new Photo(out.toByteArray(), drawn.getWidth(), drawn.getHeight());
  }

  private static BufferedImage read(byte[] file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw unreadable();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          throw unreadable();
        }
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS_SENT) {
          throw new InvalidInputException("photo", "photo has too many pixels; send a smaller one");
        }
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) { // what readers say of broken files
      throw unreadable();
    }
  }

  private static InvalidInputException unreadable() {
    return new InvalidInputException("photo", "photo must be a JPEG or PNG picture");
  }
}
