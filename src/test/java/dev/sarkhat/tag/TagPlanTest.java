package dev.sarkhat.tag;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Holds the lists of tags to their index, with PostgreSQL's plans for many tags. */
@QuarkusTest
class TagPlanTest {

  @Inject DataSource dataSource;

  @Test
  void pagesReadTheIndexOfTitlesInOrder() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local statement_timeout = 0");
        statement.execute(
            "insert into tag (id, slug, match_key, title, type, lang, listed)"
                + " select -1000000000 - n, 'plan-' || n, 'plan ' || n, 'برچسب ' || n, 'topic', 'fa', n % 2 = 0"
                + " from generate_series(1, 20000) n");
        statement.execute("analyze tag");
        assertReadsIndex(statement, TagRepository.SHOWN_PAGE);
        assertReadsIndex(statement, TagRepository.PAGE);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void assertReadsIndex(Statement statement, String sql) throws SQLException {
    String bound =
        sql.replace(":type", "null")
            .replace(":title", "'برچسب 5'")
            .replace(":id", "0")
            .replace(":asOf", "timestamptz '2026-11-24T12:00:00Z'")
            .replace(":rows", "21");
    StringBuilder plan = new StringBuilder();
    try (ResultSet line = statement.executeQuery("explain (costs off) " + bound)) {
      while (line.next()) {
        plan.append(line.getString(1)).append('\n');
      }
    }
    assertTrue(plan.indexOf("using tag_by_title on tag t") >= 0, plan::toString);
    assertFalse(plan.indexOf("Seq Scan on tag") >= 0, plan::toString);
    assertFalse(plan.indexOf("Sort") >= 0, plan::toString);
  }
}
