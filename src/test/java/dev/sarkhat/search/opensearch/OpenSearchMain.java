package dev.sarkhat.search.opensearch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * OpenSearch in a process of its own, which ends with the one that started it, however that ends.
 * The newer Java that runs it is not the one that compiles this, so that it is called by name.
 */
public final class OpenSearchMain {

  private static final String RUNNER = "org.codelibs.opensearch.runner.OpenSearchRunner";

  private OpenSearchMain() {}

  /** Runs until the standard input ends. */
  public static void main(String[] arguments)
      throws ClassNotFoundException,
          NoSuchMethodException,
          IllegalAccessException,
          InvocationTargetException {
    Thread watch = new Thread(OpenSearchMain::endWithInput, "end with the tests");
    watch.setDaemon(true);
    watch.start();
    Class.forName(RUNNER).getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything.
      }
    } catch (IOException ended) {
      // As if it had ended.
    }
    Runtime.getRuntime().halt(0);
  }
}
