package org.comparto.sheet;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** An address as a QR code, drawn as one path. */
public final class SquareCode {

  private static final int QUIET_ZONE = 4; // modules, as ISO/IEC 18004 asks for

  private SquareCode() {}

  public static String svg(String address, double sizeMm, String title) {
    BitMatrix code = modules(address);
    double module = sizeMm / code.getWidth();
    StringBuilder data = new StringBuilder();
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        int begin = x;
        while (x < code.getWidth() && code.get(x, y)) {
          x++;
        }
        if (x > begin) {
          data.append('M').append(Drawing.number(begin * module)).append(' ').append(Drawing.number(y * module)).append('H')
              .append(Drawing.number(x * module)).append('V').append(Drawing.number((y + 1) * module)).append('H').append(Drawing.number(begin * module)).append('Z');
        }
      }
    }
    Drawing drawing = new Drawing(sizeMm, sizeMm, title);
    drawing.shape(data.toString(), "#000000");
    return drawing.end();
  }

  private static BitMatrix modules(String address) {
    try {
      return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
          Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalStateException(address, e);
    }
  }
}
