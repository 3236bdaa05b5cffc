package dev.sarkhat;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** TEMPORARY. */
@QuarkusMain
public class Sarkhat {
  public static void main(String[] args) {
    Quarkus.run(args);
  }
}
