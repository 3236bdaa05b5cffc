package dev.sarkhat.article;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.http.Calendar;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.Session;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Reads what lists show of articles in one statement, however many articles there are.
 *
 * <p>Its rows come from plain JDBC: a page of twenty has eight hundred values, and what Hibernate
 * does for each of them took longer than reading it.
 */
@ApplicationScoped
class ArticleSummaries {

  private final Session session;
  private final Site site;
  private final Rendering rendering;

  @Inject
  ArticleSummaries(Session session, Site site, Rendering rendering) {
    this.session = session;
    this.site = site;
    this.rendering = rendering;
  }

  /**
   * The summaries of those articles that are public, in the order of their numbers here.
   *
   * @param fields what is asked for; tags and contributors are not read unless they are
   */
  List<ArticleSummary> of(List<Long> ids, Fields<?> fields, @Nullable Calendar calendar) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<Long, ArticleSummary> summaries =
        session.doReturningWork(
            connection -> {
              try (PreparedStatement statement = prepare(ArticleSummaryStatement.of(fields))) {
                statement.setObject(1, ids.stream().mapToLong(Long::longValue).toArray());
                statement.setObject(2, rendering.asOf().atOffset(ZoneOffset.UTC));
                return read(statement, calendar);
              }
            });
    return ids.stream().map(summaries::get).filter(Objects::nonNull).toList();
  }

  /** Has Hibernate prepare a statement, so that it is logged and inspected like all others. */
  private PreparedStatement prepare(String sql) {
    return session
        .unwrap(SharedSessionContractImplementor.class)
        .getJdbcCoordinator()
        .getStatementPreparer()
        .prepareStatement(sql);
  }

  private Map<Long, ArticleSummary> read(PreparedStatement statement, @Nullable Calendar calendar)
      throws SQLException {
    Map<Long, ArticleSummary> summaries = new HashMap<>();
    try (ResultSet columns = statement.executeQuery()) {
      ArticleRow row = new ArticleRow(columns);
      ArticleSummaryReader reader = new ArticleSummaryReader(row, calendar, site, rendering);
      while (row.next()) {
        ArticleSummary summary = reader.read();
        summaries.put(summary.id(), summary);
      }
    }
    return summaries;
  }
}
