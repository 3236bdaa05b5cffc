package dev.sarkhat.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tables in Markdown, printed and written to {@code target/evaluation/search.md}. */
final class Report {

  private static final Path FILE = Path.of("target", "evaluation", "search.md");

  private final List<String> trials = new ArrayList<>();
  private final List<String> groups = new ArrayList<>();
  private final List<String> details = new ArrayList<>();
  private final List<String> lookAlikes = new ArrayList<>();

  void trial(String data, Part part, Engine engine, Trial trial) {
    trials.add(row(data, part, engine, "single words", trial.singleWords()));
    trials.add(row(data, part, engine, "2 to 4 words", trial.severalWords()));
    if (engine == Engine.LEXEMES) {
      details(data, part, trial);
    }
  }

  private static String row(
      String data, Part part, Engine engine, String queries, Figures figures) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d | %.2f %% | %.3f | %.3f | %.3f |",
        data,
        name(part),
        engine.label(),
        queries,
        figures.queries(),
        figures.missed() * 100,
        figures.recallOnFirstPage(),
        figures.meanReciprocalRank(),
        figures.precision());
  }

  /** What people look at: the missed, and the found that nobody judged right. */
  private void details(String data, Part part, Trial trial) {
    details.add("# " + data + ", " + name(part) + ", missed");
    details.addAll(trial.missed());
    details.add("# " + data + ", " + name(part) + ", found and not right");
    trial.unjudged().forEach((query, found) -> details.add(query + " -> " + found));
  }

  void groups(String data, Part part, int size, int asked, int[] missed) {
    for (Engine engine : Engine.values()) {
      groups.add(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %d | %.2f %% |",
              data,
              name(part),
              engine.label(),
              size,
              100.0 * missed[engine.ordinal()] / asked));
    }
  }

  void lookAlikes(Part part, int words, double ours, double stock) {
    lookAlikes.add(
        String.format(
            Locale.ROOT,
            "%s: %d words that merely look alike, precision %.3f (%s), %.3f (%s)",
            name(part),
            words,
            ours,
            Engine.LEXEMES.label(),
            stock,
            Engine.STOCK.label()));
  }

  void print() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("# Search in every spelling");
    lines.add("");
    lines.add("| data | part | analysis | queries | n | missed | recall@10 | MRR | precision |");
    lines.add("|---|---|---|---|---|---|---|---|---|");
    lines.addAll(trials);
    lines.add("");
    lines.add("| data | part | analysis | groups | missed |");
    lines.add("|---|---|---|---|---|");
    lines.addAll(groups);
    lines.add("");
    lookAlikes.forEach(line -> lines.addAll(List.of(line, "")));
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, lines);
    Files.write(FILE.resolveSibling("search-details.txt"), details);
    lines.forEach(System.out::println);
  }

  private static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
