package dev.sarkhat.database;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A process of its own that runs the embedded server, to be killed by a test. It prints the address
 * in one line, or why there is none, and ends when its standard input does.
 */
final class ServerHolder {

  private ServerHolder() {}

  public static void main(String[] arguments) throws IOException {
    boolean attach = arguments.length > 1 && arguments[1].equals("attach");
    EmbeddedPostgres server = new EmbeddedPostgres(Path.of(arguments[0]), false, attach);
    try {
      System.out.println(server.jdbcUrl());
    } catch (EmbeddedPostgresException refused) {
      System.out.println(refused.getMessage());
      System.exit(1);
    }
    int read = System.in.read();
    System.exit(read < 0 ? 0 : read);
  }
}
