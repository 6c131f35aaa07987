package org.comparto.roadbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.jenetics.jpx.GPX;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.comparto.roadbook.Programme.Day;
import org.comparto.roadbook.Programme.End;
import org.comparto.roadbook.Programme.Fact;
import org.comparto.roadbook.Programme.Leg;
import org.comparto.roadbook.Programme.Stop;
import org.comparto.roadbook.Programme.Travellers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class FormsTest {

  private static final Instant CHANGED = Instant.parse("2026-11-22T10:00:00Z");

  @BeforeAll
  static void readCalendarsWithoutTheNetwork() {
    System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
  }

  private static ZonedDateTime at(String time) {
    return ZonedDateTime.of(java.time.LocalDate.of(2026, 11, 27), java.time.LocalTime.parse(time), Programme.ITALY);
  }

  private static Stop stop(int number, String key, String name, String begin, String end) {
    return new Stop(key, key, number, name, null, new Coordinate(10.02 + number / 100.0, 45.11), null, at(begin), at(begin), at(end), at(end), 0, List.of(), "Via Città, 1; Cremona",
        List.of(new Fact("Dispositivi di protezione (DPI)", "scarpe chiuse, perché c'è olio; \\ e\nà capo")), List.of());
  }

  private static Programme programme(String state, List<Stop> stops) {
    End start = new End("Scuola", new Coordinate(10.0, 45.1), at("08:30"));
    End end = new End("Scuola", new Coordinate(10.0, 45.1), at("13:00"));
    List<Leg> legs = java.util.stream.IntStream.rangeClosed(0, stops.size()).mapToObj(i -> new Leg("a", "b", 600, 5000,
        List.of(new Coordinate(10, 45.1), new Coordinate(10.01, 45.12), new Coordinate(10.03, 45.11)), List.of(), null)).toList();
    return new Programme("0f1e2d3c", 7L, "Canapa & meccanica: però perché no, una visita dal nome lunghissimo con molte àèìòù", "it", state, 3, CHANGED, null, "https://example.org/tour.html?t=abc",
        new Travellers("24 persone", "Pullman", List.of(), 24), List.of(new Day("venerdì 27 novembre 2026", null, start, stops, end, legs, null)), List.of(), "Strade dimostrative", true);
  }

  private static final List<Stop> STOPS = List.of(stop(1, "h-1-g-1", "=Rossi, Meccanica; \"srl\"", "09:00", "10:30"), stop(2, "h-2-g-1", "Bottega", "11:00", "12:00"));

  @Test
  void twoParsersThatKnowNothingOfUsReadTheSameCalendar() throws Exception {
    byte[] text = CalendarForm.write(programme("confirmed", STOPS), List.of(), "desk@example.org");
    net.fortuna.ical4j.model.Calendar strict = new CalendarBuilder().build(new ByteArrayInputStream(text));
    assertTrue(strict.validate().getEntries().isEmpty(), strict.validate().toString());
    ICalendar calendar = Biweekly.parse(new String(text, StandardCharsets.UTF_8)).first();
    assertEquals("PUBLISH", calendar.getMethod().getValue());
    assertTrue(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty(), calendar.validate(biweekly.ICalVersion.V2_0).toString());
    assertEquals(2, calendar.getEvents().size());
    VEvent first = calendar.getEvents().get(0);
    assertEquals(Instant.parse("2026-11-27T08:00:00Z"), first.getDateStart().getValue().toInstant());
    assertEquals(Instant.parse("2026-11-27T09:30:00Z"), first.getDateEnd().getValue().toInstant());
    assertEquals("=Rossi, Meccanica; \"srl\"", first.getSummary().getValue());
    assertEquals(3, first.getSequence().getValue());
    assertEquals("0f1e2d3c-h-1-g-1@comparto", first.getUid().getValue());
    assertEquals("CONFIRMED", first.getStatus().getValue());
    assertEquals(45.11, first.getGeo().getLatitude());
    assertEquals(10.03, first.getGeo().getLongitude(), 1e-9);
    assertTrue(first.getDescription().getValue().endsWith("scarpe chiuse, perché c'è olio; \\ e\nà capo"), first.getDescription().getValue());
    assertNotNull(calendar.getTimezoneInfo().getTimezone(first.getDateStart()));
  }

  @Test
  void noLineOfACalendarHasMoreThan75Octets() {
    String text = new String(CalendarForm.write(programme("draft", STOPS), List.of(), ""), StandardCharsets.UTF_8);
    assertTrue(Arrays.stream(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75));
    assertTrue(text.endsWith("\r\n"));
    assertTrue(text.replace("\r\n ", "").contains("però perché no\\, una visita dal nome lunghissimo con molte àèìòù"));
  }

  @Test
  void aStopThatIsGoneIsCalledOff() {
    GivenOut gone = new GivenOut("h-9-g-1", "Non più", at("15:00"), at("16:00"));
    ICalendar calendar = Biweekly.parse(new String(CalendarForm.write(programme("requested", STOPS), List.of(gone), ""), StandardCharsets.UTF_8)).first();
    assertEquals(List.of("TENTATIVE", "TENTATIVE", "CANCELLED"), calendar.getEvents().stream().map(event -> event.getStatus().getValue()).toList());
    assertEquals("0f1e2d3c-h-9-g-1@comparto", calendar.getEvents().get(2).getUid().getValue());
  }

  @Test
  void aCancelledTourTakesAllItsStopsBack() {
    ICalendar calendar = Biweekly.parse(new String(CalendarForm.write(programme("cancelled", STOPS), List.of(), ""), StandardCharsets.UTF_8)).first();
    assertEquals("CANCEL", calendar.getMethod().getValue());
    assertTrue(calendar.getEvents().stream().allMatch(event -> event.getStatus().getValue().equals("CANCELLED")));
  }

  @Test
  void gpxHasAWaypointForEachStopARouteAndTheRoad() throws Exception {
    byte[] gpx = GpxForm.write(programme("draft", STOPS));
    Document document = document(gpx);
    Element root = document.getDocumentElement();
    assertEquals("1.1", root.getAttribute("version"));
    assertEquals("http://www.topografix.com/GPX/1/1", root.getNamespaceURI());
    assertEquals(List.of("metadata", "wpt", "wpt", "rte", "trk"), children(root));
    Element waypoint = (Element) root.getElementsByTagName("wpt").item(0);
    assertEquals(List.of("time", "name", "desc", "sym", "type"), children(waypoint)); // the order of the schema
    assertEquals("45.11", waypoint.getAttribute("lat"));
    assertEquals("10.03", waypoint.getAttribute("lon"));
    assertEquals("2026-11-27T08:00:00Z", waypoint.getElementsByTagName("time").item(0).getTextContent());
    assertEquals(4, root.getElementsByTagName("rtept").getLength());
    assertEquals(3, root.getElementsByTagName("trkseg").getLength());
    assertEquals(9, root.getElementsByTagName("trkpt").getLength());
    assertEquals(2, GPX.Reader.of(GPX.Reader.Mode.STRICT).read(new ByteArrayInputStream(gpx)).getWayPoints().size());
  }

  @Test
  void gdalReadsTheSameWaypointsRouteAndTrackFromGpx(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("tour.gpx"), GpxForm.write(programme("draft", STOPS)));
    assertEquals("POINT (10.03 45.11)|POINT (10.04 45.11)", shapes(file, "waypoints"));
    assertEquals("LINESTRING (10 45.1,10.03 45.11,10.04 45.11,10 45.1)", shapes(file, "routes"));
    String segment = "(10 45.1,10.01 45.12,10.03 45.11)";
    assertEquals("MULTILINESTRING (" + segment + "," + segment + "," + segment + ")", shapes(file, "tracks"));
    String fields = ogrinfo(file, "-geom=NO", "waypoints");
    assertTrue(fields.contains("time (DateTime) = 2026/11/27 08:00:00+00"), fields);
    assertTrue(fields.contains("name (String) = 1 =Rossi, Meccanica; \"srl\""), fields);
  }

  @Test
  void gdalReadsTheSamePlacesAndTheRoadFromKml(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("tour.kml"), KmlForm.write(programme("draft", STOPS)));
    String day = "venerdì 27 novembre 2026";
    String shapes = shapes(file, day);
    assertTrue(shapes.startsWith("POINT (10 45.1)|POINT (10.03 45.11)|POINT (10.04 45.11)|POINT (10 45.1)|LINESTRING (10 45.1,10.01 45.12,"), shapes);
    String fields = ogrinfo(file, "-geom=NO", day);
    assertTrue(fields.contains("Name (String) = 1 =Rossi, Meccanica; \"srl\""), fields);
  }

  /** What GDAL's own reader finds in a layer, in its order. */
  private static String shapes(Path file, String layer) throws Exception {
    return ogrinfo(file, "-q", layer).lines().map(String::strip).filter(line -> line.matches("(MULTI)?(POINT|LINESTRING)[ Z(].*"))
        .map(line -> line.replaceAll("\\.0(?=[ ,)])", "").replace(" Z (", " (").replaceAll("(\\d) 0(?=[,)])", "$1")).collect(Collectors.joining("|"));
  }

  private static String ogrinfo(Path file, String option, String layer) throws Exception {
    Process process = new ProcessBuilder("ogrinfo", "-ro", option, file.toString(), layer).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), text);
    assertTrue(!text.contains("ERROR") && !text.contains("Warning"), text);
    return text;
  }

  @Test
  void kmlIsWellFormedAndHasLongitudeFirst() throws Exception {
    Document document = document(KmlForm.write(programme("draft", STOPS)));
    assertEquals("http://www.opengis.net/kml/2.2", document.getDocumentElement().getNamespaceURI());
    assertEquals("10.030000,45.110000", ((Element) document.getElementsByTagName("Placemark").item(1)).getElementsByTagName("coordinates").item(0).getTextContent());
    assertEquals(1, document.getElementsByTagName("LineString").getLength());
    // an instant of XML Schema has seconds
    assertEquals("2026-11-27T09:00:00+01:00", document.getElementsByTagName("begin").item(0).getTextContent());
    assertEquals("2026-11-27T10:30:00+01:00", document.getElementsByTagName("end").item(0).getTextContent());
  }

  @Test
  void noTextOfATableBecomesAFormula() {
    String[] lines = new String(CsvForm.write(programme("draft", STOPS)), StandardCharsets.UTF_8).split("\r\n");
    assertEquals(3, lines.length);
    assertTrue(lines[1].startsWith("2026-11-27,,1,\"'=Rossi, Meccanica; \"\"srl\"\"\",\"Via Città, 1; Cremona\",09:00,09:00,10:30,10:30,0,600,5000,10.030000,45.110000,,,,0f1e2d3c-h-1-g-1@comparto"), lines[1]);
  }

  @Test
  void linksOfOtherMapsNameThePlaceInTheirOwnOrder() {
    assertTrue(MapLinks.to(new Coordinate(10.5, 45.25)).get("Apple Maps").contains("daddr=45.250000,10.500000"));
    assertTrue(MapLinks.along(List.of(new Coordinate(10, 45), new Coordinate(10.5, 45.25), new Coordinate(10, 45))).contains("&waypoints=45.250000,10.500000&"));
  }

  private static Document document(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new org.xml.sax.InputSource(new StringReader(new String(xml, StandardCharsets.UTF_8))));
  }

  private static List<String> children(Element element) {
    List<String> names = new java.util.ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element one) {
        names.add(one.getTagName());
      }
    }
    return names;
  }
}
