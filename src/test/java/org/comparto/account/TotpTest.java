package org.comparto.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes are those of the RFCs, whose own examples these are. */
class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest(name = "at {0} s it is {1}")
  @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924", "2000000000, 69279037", "20000000000, 65353130"})
  void aCodeIsThatOfRfc6238AppendixB(long seconds, String code) {
    assertThat(Totp.code(SECRET, Totp.stepAt(Instant.ofEpochSecond(seconds)), 8)).isEqualTo(code);
  }

  @ParameterizedTest(name = "the count {0} gives {1}")
  @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"})
  void sixDigitsAreThoseOfRfc4226AppendixD(long count, String code) {
    assertThat(Totp.code(SECRET, count)).isEqualTo(code);
  }

  @ParameterizedTest(name = "the code of {0} steps ago counts: {1}")
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void aCodeCountsOneStepBeforeAndAfterItsOwn(long stepsAgo, boolean counts) {
    Instant now = Instant.ofEpochSecond(1_795_000_000L);
    assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, Totp.stepAt(now) - stepsAgo), now).isPresent()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource({"foobar, MZXW6YTBOI", "f, MY", "fooba, MZXW6YTB"})
  void aSecretIsWrittenAsRfc4648Does(String text, String written) {
    assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
  }

  @Test
  void theAddressForTheAppNamesHouseAndAccount() {
    assertThat(Totp.address("Comparto", "anna@example.org", SECRET))
        .isEqualTo("otpauth://totp/Comparto:anna%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Comparto&algorithm=SHA1&digits=6&period=30");
  }
}
