package dev.sarkhat.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.crash.EditingRounds.Round;
import dev.sarkhat.crash.ImportRun.Result;
import dev.sarkhat.crash.ImportRun.Strike;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One crash of each kind; {@link CrashBenchmark} has many. */
class CrashIT {

  @Test
  void whatEditorsWereToldIsKept() throws IOException, InterruptedException, SQLException {
    try (EditingRounds rounds = new EditingRounds(Path.of("target", "crash"), System.nanoTime())) {
      long acknowledged = 0;
      for (int number = 0; number < Blow.values().length; number++) {
        Round round = rounds.run();
        assertEquals(List.of(), round.defects());
        acknowledged += round.acknowledged();
      }
      assertTrue(acknowledged > 0, "Nothing was written.");
    }
  }

  @Test
  void anImportThatIsStruckComesToTheSame() throws IOException, InterruptedException, SQLException {
    ImportRun imports = new ImportRun(Path.of("target", "crash", "import"), SampleFile.of(2_000));
    Result undisturbed = imports.run(List.of());

    undisturbed.assertSame(undisturbed);
    imports.run(List.of(new Strike(Blow.APPLICATION, 500))).assertSame(undisturbed);
  }
}
