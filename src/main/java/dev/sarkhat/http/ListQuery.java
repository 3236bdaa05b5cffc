package dev.sarkhat.http;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters that every paged list has. They are read as text and parsed strictly. */
public class ListQuery {

  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("cursor")
  @Nullable String cursor;

  @QueryParam("fields")
  @Nullable String fields;

  /** The number of items on a page. */
  public int limit() {
    return Parameters.limit(limit);
  }

  /** Where to continue, as an earlier page told; null to begin. */
  public @Nullable String cursor() {
    return cursor;
  }

  /** The properties to show of each item. */
  public <R extends Record> Fields<R> fields(Class<R> type) {
    return Fields.of(type, fields);
  }
}
