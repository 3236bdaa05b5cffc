package dev.sarkhat;

import dev.sarkhat.access.AdminCommand;
import dev.sarkhat.database.StartFailure;
import dev.sarkhat.ingest.ImportCommand;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Serves, or does what the command line says and ends. */
@QuarkusMain
public final class Sarkhat {

  private Sarkhat() {}

  /**
   * Starts.
   *
   * @param arguments nothing to serve; or a command, such as {@code import FILE}
   */
  public static void main(String... arguments) {
    if (arguments.length == 0) {
      // Quarkus would answer addresses that are not URIs with an empty 400; ours names the culprit.
      System.setProperty("vertx.disableURIValidation", "true");
      serve();
      return;
    }
    System.exit(new CommandLine(new Commands()).execute(arguments));
  }

  private static void serve() {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      // Development mode starts again after a failure, which is its own to tell.
      Quarkus.run();
      return;
    }
    StartFailure.ofEmbeddedPostgres().ifPresent(Sarkhat::refuse);
    Quarkus.run(null, Sarkhat::end);
  }

  private static void end(int code, @Nullable Throwable failure) {
    if (failure != null) {
      reason(failure).ifPresentOrElse(System.err::println, failure::printStackTrace);
    }
    System.exit(code);
  }

  private static Optional<String> reason(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof QuarkusBindException taken) {
        return Optional.of(
            "Another process listens at port "
                + taken.getPort()
                + ": end that one, or choose another port with QUARKUS_HTTP_PORT.");
      }
    }
    return StartFailure.reason(failure);
  }

  private static void refuse(String reason) {
    System.err.println(reason);
    System.exit(1);
  }

  /** The commands. */
  @Command(
      name = "sarkhat",
      mixinStandardHelpOptions = true,
      subcommands = {ImportCommand.class, AdminCommand.class},
      description = "Without a command, the content API is served.")
  static final class Commands implements Runnable {

    @Override
    public void run() {
      CommandLine.usage(this, System.out);
    }
  }
}
