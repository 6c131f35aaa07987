package org.comparto.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comparto.source.Source;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code ./comparto load FILE} or {@code ./comparto load SOURCE [--file FILE]}: sends a file, checks it and, unless it is a dry run, applies it. Exits with 0 if it is applied or the
 * dry run is clean, with 2 if it is refused and nothing was changed.
 */
class LoadCommand {

  private static final Set<String> NAMED = Set.of("--layer", "--new-layer", "--source-layer", "--crs", "--profile", "--territory", "--file", "--area",
      "--data", "--url");
  /** Of these, what can be said of every source alike. */
  static final Set<String> FOR_ANY_SOURCE = Set.of("--territory", "--data", "--url");
  static final Set<String> FLAGS = Set.of("--dry-run", "--json", "--repair", "--remove-missing");

  /** With which a reason begins. */
  private static final Pattern CODE = Pattern.compile("^([a-z][a-z0-9-]+): ");

  private final Options options;
  private final JsonMapper json = JsonMapper.shared();

  LoadCommand(String[] arguments) {
    this.options = Options.parse("load", "file", arguments, NAMED, FLAGS);
  }

  int run() throws IOException {
    try {
      return load();
    } catch (Refused e) {
      if (!options.has("--json")) {
        throw e;
      }
      return print(json.createObjectNode().put("layer", options.has("--layer") ? options.value("--layer") : options.value("--new-layer"))
          .put("message", e.getMessage()), 2);
    }
  }

  private int load() throws IOException {
    Optional<Source> source = Files.exists(Path.of(options.subject())) ? Optional.empty() : Source.find(options.subject());
    if (source.isEmpty() || options.has("--file")) {
      return load(source, Path.of(source.isEmpty() ? options.subject() : options.value("--file")));
    }
    try (SourceFile fetched = SourceFile.fetch(source.get(), options.value("--area"))) {
      return load(source, fetched.path());
    }
  }

  private int load(Optional<Source> source, Path file) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Refused("There is no readable file " + file + ", and no source of that name; there are "
          + String.join(", ", Source.all().stream().map(Source::id).toList()));
    }
    ObjectNode plan = plan(file);
    Application application = Application.find(options);
    String name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
    JsonNode uploaded = application.upload("/api/loads?name=" + name, file);
    long id = uploaded.path("id").asLong();
    JsonNode load;
    try {
      if (source.isPresent()) {
        plan.remove("newLayer");
        SourcePlan.fill(source.get(), System.getenv(source.get().setting() + "_MAPPING"), plan, uploaded.path("inspection"));
      }
      application.send("PUT", "/api/loads/" + id + "/plan", plan);
      load = Follow.load(application, id);
    } catch (Refused e) {
      discard(application, id);
      throw e;
    }
    if (!load.path("state").asString().equals("checked")) {
      discard(application, id);
      return print(load, 2);
    }
    if (options.has("--dry-run")) {
      discard(application, id);
      return print(load, 0);
    }
    application.send("POST", "/api/loads/" + id + "/apply", json.createObjectNode());
    JsonNode after = Follow.load(application, id);
    return print(after, after.path("state").asString().equals("applied") ? 0 : 2);
  }

  private ObjectNode plan(Path file) {
    ObjectNode plan = json.createObjectNode();
    if (options.has("--layer") && options.has("--new-layer")) {
      throw new Refused("give either --layer or --new-layer, not both");
    }
    put(plan, "layer", "--layer");
    put(plan, "sourceLayer", "--source-layer");
    put(plan, "profile", "--profile");
    put(plan, "territory", "--territory");
    if (options.has("--new-layer")) {
      plan.putObject("newLayer").put("id", options.value("--new-layer"));
    } else if (!options.has("--layer") && !options.has("--profile")) {
      plan.putObject("newLayer").put("id", idFrom(file.getFileName().toString()));
    }
    if (options.has("--crs")) {
      String code = options.value("--crs").replaceFirst("(?i)^EPSG:", "");
      if (!code.matches("\\d{4,6}")) {
        throw new Refused("--crs must be like EPSG:7791, not " + options.value("--crs"));
      }
      plan.put("crs", Integer.parseInt(code));
    }
    plan.put("repair", options.has("--repair"));
    plan.put("removeMissing", options.has("--remove-missing"));
    return plan;
  }

  private void put(ObjectNode plan, String field, String option) {
    if (options.has(option)) {
      plan.put(field, options.value(option));
    }
  }

  /** Without any word about the layer a file becomes a layer of its own name. */
  private static String idFrom(String fileName) {
    String id = fileName.replaceFirst("\\.[A-Za-z0-9.]{1,12}$", "").toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_+|_+$", "");
    id = id.isEmpty() || !Character.isLetter(id.charAt(0)) ? "layer_" + id : id;
    return id.length() > 41 ? id.substring(0, 41) : id;
  }

  private static void discard(Application application, long id) {
    try {
      application.send("DELETE", "/api/loads/" + id, java.net.http.HttpRequest.BodyPublishers.noBody(), null);
    } catch (Refused e) {
      // it is gone after a day anyway, and why the load was refused matters more
    }
  }

  /** The file as a whole was refused, which concerns no row. */
  private ArrayNode whole(String message) {
    ArrayNode rejected = json.createArrayNode();
    Matcher code = CODE.matcher(message);
    if (code.find()) {
      rejected.addObject().put("code", code.group(1)).put("count", 0).putArray("first");
    }
    return rejected;
  }

  /** Exactly the object that scripts rely on; what was refused before a report was made has no rows. */
  private int print(JsonNode load, int exit) {
    JsonNode report = load.path("report");
    ObjectNode out = json.createObjectNode();
    out.set("loadId", load.hasNonNull("id") ? load.path("id") : json.nullNode());
    out.put("layer", load.path("layer").asString(null));
    for (String count : new String[] {"read", "created", "changed", "unchanged", "removed"}) {
      out.put(count, report.path(count).asLong(0));
    }
    out.set("rejected", report.path("rejected").isArray() ? report.path("rejected") : whole(load.path("message").asString("")));
    for (JsonNode problem : out.path("rejected")) {
      ((ObjectNode) problem).remove("repairable"); // not in the contract with scripts
      for (JsonNode example : problem.path("first")) {
        if (!example.has("lon")) {
          ((ObjectNode) example).putNull("lon").putNull("lat");
        }
      }
    }
    out.set("sourceCrs", report.hasNonNull("sourceCrs") ? report.path("sourceCrs") : json.nullNode());
    out.set("transform", report.hasNonNull("transform") ? report.path("transform") : json.nullNode());
    out.set("accuracyM", report.hasNonNull("accuracyM") ? report.path("accuracyM") : json.nullNode());
    out.set("warnings", report.path("warnings").isArray() ? report.path("warnings") : json.createArrayNode());
    if (options.has("--json")) {
      System.out.println(out);
    } else {
      System.out.println((exit == 2 ? "Refused" : options.has("--dry-run") ? "Dry run" : "Applied") + ": load " + out.path("loadId").asLong()
          + " into " + out.path("layer").asString() + ", read " + out.path("read").asLong() + ", created " + out.path("created").asLong()
          + ", changed " + out.path("changed").asLong() + ", unchanged " + out.path("unchanged").asLong() + ", removed "
          + out.path("removed").asLong());
      out.path("rejected").forEach(p -> System.out.println("  " + p.path("count").asLong() + " rejected as " + p.path("code").asString() + ", first row "
          + p.path("first").path(0).path("row").asLong() + ": " + p.path("first").path(0).path("reason").asString("")));
      out.path("warnings").forEach(w -> System.out.println("  " + w.asString()));
      if (out.hasNonNull("transform")) {
        System.out.println("  " + out.path("sourceCrs").asString("") + ", " + out.path("transform").asString() + ", accuracy "
            + out.path("accuracyM").asString("not known") + " m");
      }
    }
    if (exit == 2) {
      System.err.println("comparto: " + load.path("message").asString("the load was not applied"));
    }
    return exit;
  }
}
