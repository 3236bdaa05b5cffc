package dev.sarkhat.article.editing;

import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import dev.sarkhat.access.Keys;
import dev.sarkhat.access.NewsroomClient;
import dev.sarkhat.access.Role;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A commit during which the connection to the database breaks. */
@QuarkusTest
class BrokenCommitTest extends ApiTest {

  @Inject Keys keys;
  @Inject DataSource dataSource;

  @Test
  void aCommitThatBreaksOffMayBeTriedAgain() throws SQLException {
    Section section = newsroom.section();
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    Map<String, String> content = Map.of("title", "یک", "section", section.slug());
    Map<String, String> key = Map.of("Idempotency-Key", Newsroom.unique("key"));

    breakCommits(section);
    assertProblem(editor.post("/v1/admin/articles", content, key), 503, "unavailable")
        .header("Retry-After", equalTo("1"));

    commitAgain();
    String location =
        editor
            .post("/v1/admin/articles", content, key)
            .statusCode(201)
            .extract()
            .header("Location");
    editor
        .post("/v1/admin/articles", content, key)
        .statusCode(201)
        .header("Location", equalTo(location))
        .header("Idempotent-Replayed", equalTo("true"));
  }

  private void breakCommits(Section section) throws SQLException {
    execute(
        """
        create function break_commit() returns trigger language plpgsql as $$
        begin
          perform pg_terminate_backend(pg_backend_pid());
          return null;
        end $$;
        create constraint trigger break_commit after insert on article
          deferrable initially deferred for each row
          when (new.section_id = %s) execute function break_commit()
        """
            .replace("%s", String.valueOf(section.id())));
  }

  @AfterEach
  void commitAgain() throws SQLException {
    execute("drop trigger if exists break_commit on article; drop function if exists break_commit");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
