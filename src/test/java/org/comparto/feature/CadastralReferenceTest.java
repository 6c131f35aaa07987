package org.comparto.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People write a parcel's reference in many ways. */
class CadastralReferenceTest {

  @ParameterizedTest
  @CsvSource({
      "D150_001200.345, D150, , 0012, 345",
      "D150A001200.345, D150, A, 0012, 345",
      "D150/12/345, D150, , 12, 345",
      "d150 12 345, D150, , 12, 345",
      "D150/A/12/345, D150, A, 12, 345",
      "C553/D47/D55, C553, , D47, D55",
      "Crema foglio 12 particella 345, Crema, , 12, 345",
      "Crema fg. 12 part. 345, Crema, , 12, 345",
      "foglio 12 mappale 345 comune di Fiorano Modenese, Fiorano Modenese, , 12, 345",
      "Reggio nell'Emilia sez. B foglio 7 p.lla 20, Reggio nell'Emilia, B, 7, 20",
      "Cremona sheet 12 parcel 345, Cremona, , 12, 345",
      "Cervia FOGLIO D47 PARTICELLA D55, Cervia, , D47, D55"})
  void isUnderstood(String words, String municipality, String section, String sheet, String parcel) {
    assertThat(CadastralReference.parse(words)).contains(new CadastralReference(municipality, section, sheet, parcel));
  }

  @ParameterizedTest
  @CsvSource({"Cremona", "via Roma 12", "foglio 12 particella 345", "CR-01-012", "D150", "45.13 10.02", "Foglio 12", "'12/345'"})
  void otherWordsAreNone(String words) {
    assertThat(CadastralReference.parse(words)).isEmpty();
  }

  @Test
  void longWordsEndQuickly() {
    assertThat(CadastralReference.parse("foglio ".repeat(28))).isEmpty();
    assertThat(CadastralReference.parse("sez a ".repeat(30))).isEmpty();
  }
}
