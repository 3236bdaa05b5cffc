package dev.sarkhat.ingest;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Tells whether somebody is watching. */
final class Terminal {

  private Terminal() {}

  /**
   * Whether input and output are a terminal. Since Java 22 there is a console where there is no
   * terminal, too, and {@code isTerminal} tells; it is not there to be compiled against on 17.
   */
  @SuppressWarnings("SystemConsoleNull") // asked below
  static boolean isPresent() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
