package dev.sarkhat.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Who may do what, as {@code openapi/policy.md} tells it to people. */
final class NewsroomRules {

  private static final Path DOCUMENT = Path.of("openapi", "policy.md");
  private static final String ARTICLES = "## Articles";
  private static final String HOUSE = "## Everything else";

  private final List<ArticleRule> articleRules;
  private final List<HouseRule> houseRules;

  NewsroomRules() {
    articleRules =
        rows(ARTICLES).stream()
            .map(
                row ->
                    new ArticleRule(
                        row.get(0),
                        List.of(row.get(1).split(", ")),
                        row.get(2).equals("any") ? Role.READER : Role.of(row.get(2)),
                        row.get(2).equals("any"),
                        Role.of(row.get(3))))
            .toList();
    houseRules =
        rows(HOUSE).stream()
            .map(
                row ->
                    new HouseRule(
                        row.get(0),
                        row.get(1).equals("none") ? null : Role.of(row.get(1)),
                        Held.of(row.get(2)),
                        row.get(1).equals("none") || row.get(2).endsWith(Held.FIRST_KEY)))
            .toList();
  }

  /**
   * Who may do something to an article.
   *
   * @param states where the article stands
   * @param own the least role for an article that the caller made
   * @param ownAnywhere whether that may be held in any place
   * @param others the least role, held in its place, for another's
   */
  record ArticleRule(
      String operation, List<String> states, Role own, boolean ownAnywhere, Role others) {

    boolean allows(Somebody who, boolean isOwn) {
      return isOwn
          ? who.hasHere(own) || (ownAnywhere && who.hasAnywhere(own))
          : who.hasHere(others);
    }
  }

  /**
   * Who may do something to anything else.
   *
   * @param least null where everybody may who is known
   * @param firstKey whether it is open to the first key
   */
  record HouseRule(String operation, @Nullable Role least, Held held, boolean firstKey) {}

  /** Where the role must be held. */
  enum Held {
    NOT,
    IN_ANY_SECTION,
    IN_ITS_SECTION,
    EVERYWHERE;

    private static final String FIRST_KEY = ", or the first key";

    private static Held of(String text) {
      return switch (text) {
        case "" -> NOT;
        case "in any section" -> IN_ANY_SECTION;
        case "in its section" -> IN_ITS_SECTION;
        case "everywhere", "everywhere" + FIRST_KEY -> EVERYWHERE;
        default -> throw new IllegalArgumentException(text);
      };
    }
  }

  List<ArticleRule> articleRules() {
    return articleRules;
  }

  List<HouseRule> houseRules() {
    return houseRules;
  }

  /** The least role that does this to any article at all: nobody below it is told what exists. */
  Role leastOfAll(String operation) {
    return articleRules.stream()
        .filter(rule -> rule.operation().equals(operation))
        .map(ArticleRule::own)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    articleRules.forEach(rule -> operations.add(rule.operation()));
    houseRules.forEach(rule -> operations.add(rule.operation()));
    return operations;
  }

  /** The rows of the table below a heading, without its head. */
  private static List<List<String>> rows(String heading) {
    List<String> lines = lines();
    int at = lines.indexOf(heading);
    if (at < 0) {
      throw new IllegalStateException(DOCUMENT + " has no " + heading);
    }
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines.subList(at + 1, lines.size())) {
      if (line.startsWith("#")) {
        break;
      }
      if (line.startsWith("| `")) {
        rows.add(
            Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.replace("`", "").strip())
                .toList());
      }
    }
    return rows;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(DOCUMENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
