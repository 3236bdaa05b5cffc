package dev.sarkhat.crash;

/** What dies. */
enum Blow {
  /** The application; its PostgreSQL is left to itself. */
  APPLICATION("application"),
  /** The server process of PostgreSQL; its sessions are left to themselves. */
  POSTMASTER("PostgreSQL"),
  /** A process that serves one session; PostgreSQL then ends all others and recovers. */
  SESSION("one session"),
  /** The application and every process of PostgreSQL. */
  ALL("both");

  private final String label;

  Blow(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
