package dev.sarkhat;

import dev.sarkhat.ingest.ImportCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
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
      Quarkus.run();
      return;
    }
    System.exit(new CommandLine(new Commands()).execute(arguments));
  }

  /** The commands. */
  @Command(
      name = "sarkhat",
      mixinStandardHelpOptions = true,
      subcommands = ImportCommand.class,
      description = "Without a command, the content API is served.")
  static final class Commands implements Runnable {

    @Override
    public void run() {
      CommandLine.usage(this, System.out);
    }
  }
}
