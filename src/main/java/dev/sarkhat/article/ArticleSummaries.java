package dev.sarkhat.article;

import dev.sarkhat.cache.Rendering;
import dev.sarkhat.http.Calendar;
import dev.sarkhat.http.Fields;
import dev.sarkhat.http.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Reads what lists show of articles in one round trip, however many articles there are.
 *
 * <p>Its rows come from plain JDBC: a page of twenty has eight hundred values, and what Hibernate
 * does for each of them took longer than reading it.
 */
@ApplicationScoped
public class ArticleSummaries {

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
  public List<ArticleSummary> of(List<Long> ids, Fields<?> fields, @Nullable Calendar calendar) {
    if (ids.isEmpty()) {
      return List.of();
    }
    ArticleSummaryReader reader = new ArticleSummaryReader(calendar, site, rendering);
    ArticleSummaryStatement wanted = ArticleSummaryStatement.of(fields);
    long[] numbers = ids.stream().mapToLong(Long::longValue).toArray();
    session.doWork(
        connection -> {
          try (PreparedStatement statement = ArticleListingReader.prepare(session, wanted.sql())) {
            bind(statement, wanted, numbers);
            statement.execute();
            reader.readArticles(statement.getResultSet());
            if (wanted.hasTags()) {
              statement.getMoreResults();
              reader.readTags(statement.getResultSet());
            }
            if (wanted.hasContributors()) {
              statement.getMoreResults();
              reader.readContributors(statement.getResultSet());
            }
          }
        });
    return ids.stream().map(reader.summaries()::get).filter(Objects::nonNull).toList();
  }

  /** Binds the articles' numbers wherever they are wanted, and the reader's instant second. */
  private void bind(PreparedStatement statement, ArticleSummaryStatement wanted, long[] numbers)
      throws SQLException {
    int index = 0;
    statement.setObject(++index, numbers);
    statement.setObject(++index, rendering.asOf().atOffset(ZoneOffset.UTC));
    if (wanted.hasTags()) {
      statement.setObject(++index, numbers);
    }
    if (wanted.hasContributors()) {
      statement.setObject(++index, numbers);
    }
  }
}
