package dev.sarkhat.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table that people read is the policy. */
class PolicyTableTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([A-Z]+_[A-Z]+)` \\| (\\w+) \\| ([a-z ]+) \\|", Pattern.MULTILINE);

  @Test
  void theTableTellsEveryActionInItsOrder() throws IOException {
    List<String> told =
        ROW.matcher(Files.readString(Path.of("openapi", "access.md"), UTF_8))
            .results()
            .map(row -> row.group(1) + ", " + row.group(2) + ", " + row.group(3))
            .toList();

    assertEquals(Arrays.stream(Action.values()).map(PolicyTableTest::row).toList(), told);
  }

  private static String row(Action action) {
    String reach = action.reach().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return action.name() + ", " + action.least().value() + ", " + reach;
  }
}
