package dev.sarkhat.article;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement whose parameters have names, like {@code :asOf}, in the form that JDBC takes. Its
 * text is one of ours: it quotes no colons, and casts are spelled out.
 *
 * @param positional the statement, with a question mark in place of each name
 * @param names the names in the order of the question marks
 */
record NamedParameters(String positional, List<String> names) {

  static NamedParameters of(String sql) {
    StringBuilder positional = new StringBuilder(sql.length());
    List<String> names = new ArrayList<>();
    int done = 0;
    for (int colon = sql.indexOf(':'); colon >= 0; colon = sql.indexOf(':', done)) {
      int end = colon + 1;
      while (end < sql.length() && Character.isLetterOrDigit(sql.charAt(end))) {
        end++;
      }
      positional.append(sql, done, colon).append('?');
      names.add(sql.substring(colon + 1, end));
      done = end;
    }
    positional.append(sql, done, sql.length());
    return new NamedParameters(positional.toString(), names);
  }
}
