package dev.sarkhat;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Hears every statement that Hibernate sends, so that tests can count and read them. */
@PersistenceUnitExtension
public class SqlLog implements StatementInspector {

  private static final long serialVersionUID = 1;

  private final List<String> statements = new CopyOnWriteArrayList<>();

  @Override
  public String inspect(String sql) {
    // Statements that travel together are still statements.
    statements.addAll(List.of(sql.split(";\\s*")));
    return sql;
  }

  /** The statements that an action sends; no other test may send any meanwhile. */
  public List<String> during(Runnable action) {
    statements.clear();
    action.run();
    return List.copyOf(statements);
  }
}
