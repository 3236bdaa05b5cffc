package dev.sarkhat.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sarkhat.access.NewsroomConnection;
import dev.sarkhat.access.NewsroomConnection.Answer;
import dev.sarkhat.crash.Ledger.Entry;
import dev.sarkhat.crash.Outcome.Acknowledged;
import dev.sarkhat.crash.Saves.Listed;
import dev.sarkhat.crash.Saves.Save;
import dev.sarkhat.crash.Saves.State;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Compares what the clients were told with what is there: no more and no less, everywhere where a
 * write leaves its trace.
 */
final class Evidence {

  private static final int SHOWN = 5;

  private static final String SAVES =
      """
      select article_id, revision, operation, note, status,
             content ->> 'title' as title, content ->> 'lead' as lead
      from article_revision
      """;
  private static final String ARTICLES = "select id, revision, status, title, lead from article";
  private static final String AUDITED =
      "select operation, entity, reason from audit_log where kind = 'article'";
  private static final String LOGGED =
      "select entity_id, version from change_log where kind = 'article' and number is not null";
  private static final String HALF = "select key from idempotent_request where status is null";

  private final Saves saves;
  private final List<String> differences;

  private record Audited(String operation, String article, String word) {}

  private record Logged(long article, int revision) {}

  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private Evidence(Saves saves) {
    this.saves = saves;
    this.differences = new ArrayList<>(saves.gaps());
  }

  /**
   * Compares.
   *
   * @param entries of the ledger, none of them unknown
   * @param recent the entries to be looked at one by one over HTTP
   * @return what differs, in words; empty if nothing does
   */
  static List<String> differences(
      List<Entry> entries, List<Entry> recent, DataSource dataSource, NewsroomConnection newsroom)
      throws SQLException, IOException, InterruptedException {
    Evidence evidence = new Evidence(new Saves(entries));
    evidence.compareRows(dataSource);
    evidence.compareList(newsroom);
    Set<Long> articles =
        recent.stream()
            .filter(entry -> entry.outcome() instanceof Acknowledged)
            .map(entry -> ((Acknowledged) entry.outcome()).article())
            .collect(Collectors.toSet());
    for (long article : articles) {
      evidence.compareArticle(newsroom, article);
    }
    return evidence.differences;
  }

  private void compareRows(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      compare("history", saves.all(), rows(statement, SAVES, Evidence::save));
      compare(
          "articles",
          saves.latest().stream().map(Save::state).toList(),
          rows(
              statement,
              ARTICLES,
              row ->
                  new State(
                      row.getLong("id"),
                      row.getInt("revision"),
                      row.getString("status"),
                      row.getString("title"),
                      row.getString("lead"))));
      compare(
          "audit log",
          saves.all().stream()
              .map(save -> new Audited(save.operation(), "" + save.article(), save.word()))
              .toList(),
          rows(
              statement,
              AUDITED,
              row -> new Audited(row.getString(1), row.getString(2), row.getString(3))));
      compare(
          "change log",
          saves.all().stream().map(save -> new Logged(save.article(), save.revision())).toList(),
          rows(statement, LOGGED, row -> new Logged(row.getLong(1), row.getInt(2))));
      compare("half requests", List.of(), rows(statement, HALF, row -> row.getString(1)));
    }
  }

  private static Save save(ResultSet row) throws SQLException {
    return new Save(
        row.getLong("article_id"),
        row.getInt("revision"),
        row.getString("operation"),
        row.getString("note"),
        row.getString("status"),
        row.getString("title"),
        row.getString("lead"));
  }

  private static <T> List<T> rows(Statement statement, String sql, Row<T> reader)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  private void compareList(NewsroomConnection newsroom) throws IOException, InterruptedException {
    List<Listed> found = new ArrayList<>();
    String address = "/v1/articles?limit=100";
    while (!address.isEmpty()) {
      Answer page = newsroom.get(address);
      if (page.status() != 200) {
        differences.add("list: " + page);
        return;
      }
      for (JsonNode each : page.body().get("data")) {
        found.add(
            new Listed(
                each.get("id").asLong(),
                each.get("revision").asInt(),
                each.get("title").asText(),
                each.path("lead").asText()));
      }
      address = page.body().path("page").path("next").asText("");
    }
    compare(
        "list",
        saves.latest().stream()
            .filter(save -> save.status().equals("published"))
            .map(Save::listed)
            .toList(),
        found);
  }

  private void compareArticle(NewsroomConnection newsroom, long article)
      throws IOException, InterruptedException {
    Save expected = saves.latest(article);
    JsonNode found = newsroom.get("/v1/admin/articles/" + article).body();
    JsonNode content = found.path("content");
    compare(
        "article for editors",
        List.of(expected.state()),
        List.of(
            new State(
                found.path("id").asLong(),
                found.path("revision").asInt(),
                found.path("status").asText(),
                content.path("title").asText(),
                content.path("lead").asText())));
    int status =
        switch (expected.status()) {
          case "published" -> 200;
          case "withdrawn" -> 410;
          default -> 404;
        };
    Answer answer = newsroom.get("/v1/articles/" + article);
    if (answer.status() != status
        || (status == 200 && !answer.body().path("lead").asText().equals(expected.lead()))) {
      differences.add("article for readers: " + answer + ", though " + expected);
    }
  }

  /** Whatever is on one side more often than on the other is a difference. */
  private <T> void compare(String what, Collection<T> expected, Collection<T> found) {
    Map<T, Long> surplus =
        found.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    List<T> missing = new ArrayList<>();
    for (T each : expected) {
      if (surplus.merge(each, -1L, Long::sum) < 0) {
        missing.add(each);
      }
    }
    List<T> more =
        surplus.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(Map.Entry::getKey)
            .toList();
    tell(what + " lacks", missing);
    tell(what + " should not have", more);
  }

  private void tell(String what, List<?> things) {
    if (!things.isEmpty()) {
      differences.add(
          what + " " + things.size() + ", such as " + things.stream().limit(SHOWN).toList());
    }
  }
}
