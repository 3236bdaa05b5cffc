package dev.sarkhat.ingest;

import dev.sarkhat.database.StartFailure;
import io.quarkus.runtime.Quarkus;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/**
 * The command {@code import}. It starts the application without its HTTP server, on the database of
 * a running instance where there is one.
 */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Imports a file of articles (NDJSON, one JSON object a line).",
    footer = {
      "",
      "Exit codes: 0 when every line was taken, 1 when some were refused,",
      "2 when the file cannot be read, the database not reached or the command not understood."
    })
public final class ImportCommand implements Callable<Integer> {

  /** Every line was taken. */
  static final int TAKEN = 0;

  /** Some lines were refused. */
  static final int REFUSED = 1;

  /** Nothing could be done. */
  static final int UNUSABLE = 2;

  @Parameters(
      paramLabel = "FILE",
      description = "The file, plain or packed by gzip; - is standard input.")
  private String file = "";

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Where to write every refusal, as NDJSON: line, externalId, pointer, reason; and every"
              + " repair of spelling.")
  private @Nullable String report;

  @Option(
      names = "--dry-run",
      description = "Checks every line by itself and writes nothing; needs no database.")
  private boolean dryRun;

  @Option(
      names = "--spelling",
      paramLabel = "MODE",
      converter = SpellingModes.class,
      defaultValue = "none",
      description =
          "What is done with wrong spelling: none (default), propose repairs, or apply those that"
              + " are safe. By grammar alone: the newsroom's articles are asked by imports over HTTP.")
  private SpellingMode spelling = SpellingMode.NONE;

  /** Reads the modes by their names. */
  static final class SpellingModes implements ITypeConverter<SpellingMode> {

    @Override
    public SpellingMode convert(String value) {
      return Arrays.stream(SpellingMode.values())
          .filter(mode -> mode.value().equals(value))
          .findFirst()
          .orElseThrow(
              () -> new TypeConversionException("'" + value + "' is none of none, propose, apply"));
    }
  }

  @Override
  public Integer call() {
    if (dryRun && spelling != SpellingMode.NONE) {
      System.err.println("--dry-run proofreads nothing: leave --spelling away.");
      return UNUSABLE;
    }
    if (dryRun) {
      return ImportSession.run(file, report, ImportCheck::run);
    }
    System.setProperty("quarkus.http.host-enabled", "false");
    // A batch may take longer than a reader would wait.
    System.setProperty("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", "120");
    System.setProperty("sarkhat.embedded-postgres.attach", "true");
    System.setProperty("sarkhat.sample-newsroom.enabled", "false");
    Optional<String> refusal = StartFailure.ofEmbeddedPostgres();
    if (refusal.isPresent()) {
      System.err.println(refusal.get());
      return UNUSABLE;
    }
    AtomicInteger exit = new AtomicInteger(UNUSABLE);
    Quarkus.run(
        ImportApplication.class,
        (code, failure) -> {
          if (failure == null) {
            exit.set(code);
          } else {
            tell(failure);
          }
        },
        file,
        report == null ? "" : report,
        spelling.name());
    return exit.get();
  }

  private static void tell(Throwable failure) {
    StartFailure.reason(failure).ifPresentOrElse(System.err::println, failure::printStackTrace);
  }
}
