package dev.sarkhat.access;

import dev.sarkhat.database.StartFailure;
import io.quarkus.runtime.Quarkus;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code admin}, for whoever runs the application: it opens a newsroom from inside. */
@Command(
    name = "admin",
    mixinStandardHelpOptions = true,
    description = "Makes keys for admins.",
    synopsisSubcommandLabel = "COMMAND")
public final class AdminCommand implements Runnable {

  private static final int DONE = 0;

  /** Nothing could be done; the same as the import says. */
  private static final int UNUSABLE = 2;

  @Spec private @Nullable CommandSpec spec;

  /** Tells what there is. */
  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(System.out);
    }
  }

  /**
   * Makes an admin. It starts the application without its HTTP server, on the database of a running
   * instance where there is one.
   */
  @Command(
      name = "create-key",
      mixinStandardHelpOptions = true,
      description =
          "Makes another admin with a key, and writes the key to standard output. It is told this once.")
  int createKey(
      @Option(
              names = "--name",
              paramLabel = "NAME",
              defaultValue = "admin",
              description = "What the admin is called; ${DEFAULT-VALUE} if not given.")
          String name) {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.log.console.stderr", "true");
    System.setProperty("sarkhat.embedded-postgres.attach", "true");
    System.setProperty("sarkhat.sample-newsroom.enabled", "false");
    Optional<String> refusal = StartFailure.ofEmbeddedPostgres();
    if (refusal.isPresent()) {
      System.err.println(refusal.get());
      return UNUSABLE;
    }
    AtomicInteger exit = new AtomicInteger(UNUSABLE);
    Quarkus.run(
        AdminApplication.class,
        (code, failure) -> {
          if (failure == null) {
            exit.set(code);
          } else {
            StartFailure.reason(failure)
                .ifPresentOrElse(System.err::println, failure::printStackTrace);
          }
        },
        name);
    return exit.get();
  }

  /** Writes a key that no database knows yet. */
  @Command(
      name = "generate-key",
      mixinStandardHelpOptions = true,
      description =
          "Writes a key for SARKHAT_BOOTSTRAP_ADMIN_KEY to standard output; needs no database.")
  int generateKey() {
    PrintWriter out =
        spec == null ? new PrintWriter(System.out, true) : spec.commandLine().getOut();
    out.println(AccessKey.generate(new SecureRandom()).text());
    out.flush();
    return DONE;
  }
}
