package dev.sarkhat.http;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** When the database cannot be asked, that is what the answer says, and when to come again. */
@QuarkusTest
class UnavailableTest extends ApiTest {

  @Inject DataSource database;
  @Inject Keys keys;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
  int poolSize;

  @Test
  void exhaustedPoolIsTold() throws SQLException {
    String address = "/v1/tags/" + Newsroom.unique("nothing");
    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < poolSize) {
        taken.add(database.getConnection());
      }
      assertProblem(get(address), 503, "unavailable")
          .header("Retry-After", equalTo("1"))
          .header("Cache-Control", "no-store");
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
    get(address).statusCode(404);
  }

  @Test
  void whoGivesWayToOthersIsToldSo() throws SQLException {
    Section section = newsroom.section();
    NewsroomClient editor = new NewsroomClient(keys.with(Role.EDITOR, section));
    int id =
        editor
            .post("/v1/admin/articles", Map.of("title", "یک", "section", section.slug()))
            .extract()
            .path("id");
    String article = "/v1/admin/articles/" + id;
    try (Connection other = database.getConnection();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("select from article where id = " + id + " for update");

      assertProblem(editor.patch(article, 0, Map.of("title", "دو")), 503, "unavailable")
          .header("Retry-After", equalTo("1"))
          .body("detail", equalTo("Others are working on the same: send it again in a second."));
      other.rollback();
      other.setAutoCommit(true);
    }
    editor.patch(article, 0, Map.of("title", "دو")).statusCode(200);
  }
}
