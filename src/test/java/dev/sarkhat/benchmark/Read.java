package dev.sarkhat.benchmark;

import dev.sarkhat.article.BoundStatement;
import org.jspecify.annotations.Nullable;

/**
 * One kind of read that is measured.
 *
 * @param name what the report calls it
 * @param path its address
 * @param listing the SQL that finds its articles, where it is a list
 * @param reference whether it is an answer that reads no article, to compare the others with
 */
record Read(String name, String path, @Nullable BoundStatement listing, boolean reference) {

  static Read reference(String name, String path) {
    return new Read(name, path, null, true);
  }

  static Read of(String name, String path) {
    return new Read(name, path, null, false);
  }
}
