package dev.sarkhat.article.editing;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the database refuses what is written, neither the answer nor the log tells what it was. */
@QuarkusTest
class DraftsInLogsTest extends ApiTest {

  private static final String CONSTRAINT = "article_refused_by_test";

  @Inject Keys keys;
  @Inject DataSource dataSource;

  @Test
  void whatTheDatabaseRefusesIsNotTold() throws SQLException {
    Section section = newsroom.section();
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    String secret = Newsroom.unique("محرمانه");
    execute(
        "alter table article add constraint "
            + CONSTRAINT
            + " check (section_id <> "
            + section.id()
            + ")");
    Queue<String> logged = new ConcurrentLinkedQueue<>();
    Handler listener = new Listener(logged);
    Logger root = Logger.getLogger("");
    root.addHandler(listener);
    try {
      assertProblem(
              editor.post(
                  "/v1/admin/articles",
                  Map.of("title", secret, "lead", secret, "section", section.slug())),
              500,
              "internal-error")
          .body("detail", not(containsString(CONSTRAINT)))
          .body("detail", not(containsString(secret)));
    } finally {
      root.removeHandler(listener);
    }
    // The operator is told what has failed, and not of what.
    assertTrue(logged.stream().anyMatch(each -> each.contains(CONSTRAINT)), logged::toString);
    assertFalse(logged.stream().anyMatch(each -> each.contains(secret)), logged::toString);
  }

  /** Hears what is logged, with what was thrown and all that caused it. */
  private static final class Listener extends Handler {

    private final Queue<String> logged;

    Listener(Queue<String> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord entry) {
      StringWriter text = new StringWriter();
      text.append(
          entry instanceof ExtLogRecord extended
              ? extended.getFormattedMessage()
              : entry.getMessage());
      if (entry.getThrown() != null) {
        entry.getThrown().printStackTrace(new PrintWriter(text, true));
      }
      logged.add(text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @AfterEach
  void takeAgain() throws SQLException {
    execute("alter table article drop constraint if exists " + CONSTRAINT);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
