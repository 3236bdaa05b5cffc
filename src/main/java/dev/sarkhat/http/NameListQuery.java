package dev.sarkhat.http;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters of a list in the order of names. */
public class NameListQuery extends ListQuery {

  @QueryParam("include")
  @Nullable String include;

  /** Whether the answer counts the public articles of each item. */
  public boolean articleCounts() {
    return Include.has(include, "articleCount");
  }
}
