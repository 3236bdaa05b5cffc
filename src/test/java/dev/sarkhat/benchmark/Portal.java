package dev.sarkhat.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that a portal on the synthetic archive asks for, the most wanted first. */
final class Portal {

  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
  private static final int SECTIONS = 60;
  private static final int TAGS = 200;
  private static final int PAGED = 100;
  private static final int ARTICLES_BETWEEN_LISTS = 3;

  private Portal() {}

  /** The front, lists of sections and tags with their second pages, and the newest articles. */
  static List<String> addresses(SarkhatServer sarkhat, int count) throws IOException, SQLException {
    Iterator<String> lists = lists(sarkhat.port()).iterator();
    Iterator<String> articles = articles(sarkhat, count).iterator();
    List<String> addresses = new ArrayList<>();
    while (addresses.size() < count) {
      if (addresses.size() % (ARTICLES_BETWEEN_LISTS + 1) == 0 && lists.hasNext()) {
        addresses.add(lists.next());
      } else {
        addresses.add(articles.next());
      }
    }
    return addresses;
  }

  private static List<String> lists(int port) throws IOException {
    List<String> lists = new ArrayList<>();
    lists.add("/v1/articles");
    lists.add("/v1/sections");
    for (int number = 1; number <= TAGS; number++) {
      if (number <= SECTIONS) {
        lists.add("/v1/articles?section=section-" + number);
      }
      lists.add("/v1/articles?tag=tag-" + number);
    }
    List<String> seconds = new ArrayList<>();
    for (String list : lists.subList(0, PAGED)) {
      Matcher next = NEXT.matcher(Request.of(list).ask(port, Response::text));
      if (next.find()) {
        seconds.add(next.group(1));
      }
    }
    lists.addAll(seconds);
    return lists;
  }

  private static List<String> articles(SarkhatServer sarkhat, int count)
      throws IOException, SQLException {
    List<String> articles = new ArrayList<>();
    try (Connection connection = sarkhat.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id from article where status = 'published' and expire_at is null"
                    + " order by published_at desc, id desc")) {
      while (row.next() && articles.size() < count) {
        articles.add("/v1/articles/" + row.getLong(1));
      }
    }
    return articles;
  }
}
