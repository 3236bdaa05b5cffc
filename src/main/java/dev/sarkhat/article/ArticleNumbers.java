package dev.sarkhat.article;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.EventTypeSets;
import org.jspecify.annotations.Nullable;

/**
 * Gives articles their numbers: the one that an import brings, so that a newsroom that moves keeps
 * its news codes, or else the next of the sequence. None are drawn in advance, for a number that a
 * process held back could be one that an import brings.
 */
public class ArticleNumbers implements BeforeExecutionGenerator {

  private static final long serialVersionUID = 1;

  @Override
  public EnumSet<EventType> getEventTypes() {
    return EventTypeSets.INSERT_ONLY;
  }

  @Override
  public Object generate(
      SharedSessionContractImplementor session,
      Object entity,
      @Nullable Object current,
      EventType event) {
    Long given = ((Article) entity).givenNumber();
    return given == null ? next(session) : given;
  }

  private static Long next(SharedSessionContractImplementor session) {
    // By JDBC, for a query would have the session write first what it holds.
    return session.doReturningWork(
        connection -> {
          try (PreparedStatement statement =
                  connection.prepareStatement("select next_article_numbers(1)");
              ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
              throw new SQLException("There is no next number");
            }
            return row.getLong(1);
          }
        });
  }
}
