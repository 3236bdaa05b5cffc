package dev.sarkhat.benchmark;

/** The numbers that a benchmark may be given as system properties. */
final class Settings {

  private Settings() {}

  /** A whole number of the property {@code benchmark.…}. */
  static int number(String name, int otherwise) {
    return Integer.getInteger("benchmark." + name, otherwise);
  }
}
