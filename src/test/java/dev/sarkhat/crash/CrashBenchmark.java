package dev.sarkhat.crash;

import static dev.sarkhat.benchmark.MarkdownReport.format;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.TestData;
import dev.sarkhat.benchmark.MarkdownReport;
import dev.sarkhat.crash.EditingRounds.Round;
import dev.sarkhat.crash.ImportRun.Result;
import dev.sarkhat.crash.ImportRun.Strike;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many crashes: {@code -Dcrash.rounds=50} of editing, with {@code -Dcrash.seed} for what is random,
 * and imports of real articles that are struck on their way. What it finds wrong fails it.
 */
@Tag("benchmark")
class CrashBenchmark {

  private static final int ROUNDS = Integer.getInteger("crash.rounds", 50);
  private static final long SEED = Long.getLong("crash.seed", 1);

  @Test
  void whatEditorsWereToldIsKept() throws IOException, InterruptedException, SQLException {
    List<String> defects = new ArrayList<>();
    MarkdownReport report = new MarkdownReport("Editing while things die");
    report.columns(
        "round",
        "what died",
        "after ms",
        "PostgreSQL lived on",
        "ready again after ms",
        "acknowledged",
        "refused",
        "unknown",
        "of these done",
        "wrong");
    long acknowledged = 0;
    long refused = 0;
    long unknown = 0;
    long done = 0;
    try (EditingRounds rounds = new EditingRounds(Path.of("target", "crash"), SEED)) {
      for (int number = 1; number <= ROUNDS; number++) {
        Round round = rounds.run();
        report.row(
            number,
            round.blow(),
            round.struckAfter().toMillis(),
            round.databaseOutlived() ? "yes" : "",
            round.recovery().toMillis(),
            round.acknowledged(),
            round.refused(),
            round.unknown(),
            round.done(),
            round.defects().size());
        acknowledged += round.acknowledged();
        refused += round.refused();
        unknown += round.unknown();
        done += round.done();
        for (String defect : round.defects()) {
          String text = format("Round %d, %s died: %s", number, round.blow(), defect);
          System.err.println(text);
          defects.add(text);
        }
      }
    } finally {
      report
          .end()
          .paragraph(
              format(
                  "%d writes were acknowledged, %d refused, %d unknown; of these %d had been done.",
                  acknowledged, refused, unknown, done))
          .publish("crash-editing.md");
    }
    assertEquals(List.of(), defects);
  }

  @Test
  void anImportThatIsStruckComesToTheSame() throws IOException, InterruptedException, SQLException {
    byte[] file = Files.readAllBytes(TestData.present("news.ndjson.gz"));
    ImportRun imports = new ImportRun(Path.of("target", "crash", "import"), file);
    MarkdownReport report = new MarkdownReport("Imports while things die");
    report.columns("what died", "when so many lines were done", "went on after ms", "the same");
    Result undisturbed = imports.run(List.of());
    undisturbed.assertSame(undisturbed);
    long lines = undisturbed.job().get("linesDone").asLong();
    List<List<Strike>> plans = new ArrayList<>();
    for (Blow blow : Blow.values()) {
      plans.add(List.of(new Strike(blow, lines / 2)));
    }
    plans.add(List.of(new Strike(Blow.APPLICATION, Strike.ARRIVING)));
    plans.add(
        List.of(
            new Strike(Blow.APPLICATION, lines / 5),
            new Strike(Blow.POSTMASTER, lines * 2 / 5),
            new Strike(Blow.SESSION, lines * 3 / 5),
            new Strike(Blow.ALL, lines * 4 / 5)));
    try {
      for (List<Strike> plan : plans) {
        Result struck = imports.run(plan);
        struck.assertSame(undisturbed);
        report.row(
            plan.stream().map(Strike::blow).toList(),
            struck.struckAt(),
            struck.idle().stream().map(Duration::toMillis).toList(),
            "yes");
      }
    } finally {
      report
          .end()
          .paragraph(
              format(
                  "%d lines; %d articles, sections, tags, sources and contributors to compare.",
                  lines, undisturbed.content().size()))
          .publish("crash-import.md");
    }
  }
}
