package dev.sarkhat.http;

import static org.hamcrest.Matchers.equalTo;

import dev.sarkhat.ApiTest;
import dev.sarkhat.Newsroom;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** When the database cannot be asked, that is what the answer says, and when to come again. */
@QuarkusTest
class UnavailableTest extends ApiTest {

  @Inject DataSource database;

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
}
