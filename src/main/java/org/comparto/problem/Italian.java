package org.comparto.problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What problems say in Italian. A problem is raised with its English sentence, and that is where it is written; problems/it.yaml has the
 * Italian one beside each kind of them. A sentence without one stays English.
 */
final class Italian {

  /** Longer sentences hold what a caller wrote at length; they are not looked into. */
  private static final int LONGEST = 4_000;
  private static final int DEEPEST = 3;

  private static final Map<Integer, String> TITLES = Map.ofEntries(Map.entry(400, "Richiesta non valida"), Map.entry(401, "Accesso necessario"),
      Map.entry(403, "Non permesso"), Map.entry(404, "Non trovato"), Map.entry(405, "Metodo non ammesso"), Map.entry(406, "Formato non disponibile"),
      Map.entry(409, "Conflitto"), Map.entry(410, "Non più disponibile"), Map.entry(412, "Modificato nel frattempo"),
      Map.entry(413, "Contenuto troppo grande"), Map.entry(415, "Formato non accettato"), Map.entry(422, "Contenuto non elaborabile"),
      Map.entry(428, "Versione necessaria"), Map.entry(429, "Troppe richieste"), Map.entry(500, "Errore del server"),
      Map.entry(503, "Servizio non disponibile"));

  /** The most fixed first. */
  private static final List<Translation> TRANSLATIONS = read();

  private Italian() {}

  /** The name of a status; the English one where there is no Italian one. */
  static String title(int status, String english) {
    return TITLES.getOrDefault(status, english);
  }

  static String of(String sentence) {
    return of(sentence, DEEPEST);
  }

  private static String of(String sentence, int deep) {
    if (deep == 0 || sentence.length() > LONGEST) {
      return sentence;
    }
    return TRANSLATIONS.stream().flatMap(one -> one.of(sentence, part -> of(part, deep - 1)).stream()).findFirst().orElse(sentence);
  }

  private static List<Translation> read() {
    try (InputStream in = new ClassPathResource("problems/it.yaml").getInputStream()) {
      Map<String, String> sentences = YAMLMapper.shared().readValue(in, new TypeReference<>() {});
      return sentences.entrySet().stream().map(one -> new Translation(one.getKey(), one.getValue()))
          .sorted(Comparator.comparingInt(Translation::fixedCharacters).reversed()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
