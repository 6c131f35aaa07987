package org.comparto.community;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comparto.community.Community.Member;
import org.comparto.community.Community.Plant;

/**
 * Plants and members with what they inject and withdraw by month, to be entered into RECON by hand or by a script: which file that service takes was not
 * confirmed, so this is a table of our own. Semicolons, decimal points, UTF-8 with a byte order mark; energy in kWh, power in kW.
 */
final class ReconCsv {

  static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  private ReconCsv() {}

  static byte[] write(Balancing balancing) {
    StringWriter out = new StringWriter();
    try {
      write(balancing, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ("\uFEFF" + out).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Balancing balancing, Appendable out) throws IOException {
    Community community = balancing.community();
    out.append("kind;id;name;profile;substation;power_kw;role;commissioned;year;annual_kwh;")
        .append(IntStream.rangeClosed(1, 12).mapToObj(m -> String.format(Locale.ROOT, "m%02d_kwh", m)).collect(Collectors.joining(";"))).append("\r\n");
    for (int i = 0; i < community.plants().size(); i++) {
      Plant plant = community.plants().get(i);
      PlantProduction.Series series = balancing.production().get(i);
      row(out, "plant", plant.id(), plant.name(), plant.technology(), plant.substation(), String.valueOf(plant.kw()), balancing.roleOf(i).toString(),
          plant.commissioned().toString(), community, series.annualKwh(), series.hourly());
    }
    for (int m = 0; m < community.members().size(); m++) {
      Member member = community.members().get(m);
      double[] load = member.hourly() != null ? member.hourly() : scaled(Loads.ALL.shape(member.archetype(), community.year()), member.annualKwh());
      row(out, "member", member.id(), member.name(), member.hourly() != null ? "measured" : member.archetype(), member.substation(), "",
          balancing.eligibility().members()[m] ? member.kind().toString() : member.kind() + " (no member)", "", community, member.annualKwh(), load);
    }
  }

  private static void row(Appendable out, String kind, String id, String name, String profile, String substation, String power, String role, String commissioned,
      Community community, double annual, double[] hourly) throws IOException {
    String months = hourly.length == 0 ? ";".repeat(11)
        : Arrays.stream(community.year().months(hourly)).mapToObj(ReconCsv::number).collect(Collectors.joining(";"));
    out.append(String.join(";", kind, text(id), text(name), profile, substation, power, role, commissioned,
        String.valueOf(community.year().year()), number(annual), months))
        .append("\r\n");
  }

  private static double[] scaled(double[] shape, double kwh) {
    return Arrays.stream(shape).map(part -> part * kwh).toArray();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** Quoted, and kept from being a formula of a spreadsheet. */
  private static String text(String text) {
    String plain = text.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + text : text;
    return plain.matches("(?s).*[;\"\\r\\n].*") ? "\"" + plain.replace("\"", "\"\"") + "\"" : plain;
  }
}
