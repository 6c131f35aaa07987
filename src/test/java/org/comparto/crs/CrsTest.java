package org.comparto.crs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsTest {

  @ParameterizedTest
  @ValueSource(strings = {"32632", "EPSG:32632", "epsg:32632", " EPSG::32632 ", "[EPSG:32632]", "urn:ogc:def:crs:EPSG::32632", "urn:x-ogc:def:crs:EPSG:9.8:32632",
      "http://www.opengis.net/def/crs/EPSG/0/32632", "https://www.opengis.net/def/crs/EPSG/0/32632"})
  void isFoundUnderEveryNameThatPeopleWrite(String name) {
    assertThat(Crs.findNamed(name)).hasValueSatisfying(crs -> assertThat(crs.srid()).isEqualTo(32632));
  }

  @ParameterizedTest
  @CsvSource({"CRS84, false", "OGC:CRS84, false", "urn:ogc:def:crs:OGC:1.3:CRS84, false", "EPSG:4326, false", "urn:ogc:def:crs:EPSG::4326, true",
      "http://www.opengis.net/def/crs/EPSG/0/4326, true", "EPSG:6706, true"})
  void aShortNameOfWgs84MeansLongitudeFirst(String name, boolean northFirst) {
    assertThat(Crs.findNamed(name)).hasValueSatisfying(crs -> assertThat(crs.northFirst()).isEqualTo(northFirst));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "EPSG:", "EPSG:99999", "32632.0", "UTM32", "EPSG:32632; DROP TABLE plot", "EPSG/0/32632"})
  void whatIsNoneIsNotGuessed(String name) {
    assertThat(Crs.findNamed(name)).isEmpty();
  }
}
