package dev.sarkhat.access;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sarkhat.ApiTest;
import dev.sarkhat.access.NewsroomRules.ArticleRule;
import dev.sarkhat.access.NewsroomRules.HouseRule;
import dev.sarkhat.access.PolicyFixtures.Prepared;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends every operation of the newsroom as everybody to every kind of thing, and finds the answers
 * in the tables of {@code openapi/policy.md}. Requests are as they should be, so that whoever may
 * succeeds; what they do is in the audit log, and what is refused does nothing.
 */
@QuarkusTest
class PolicyMatrixTest extends ApiTest {

  private static final NewsroomRules TABLE = new NewsroomRules();
  private static final Map<String, NewsroomOperation> OPERATIONS = NewsroomOperation.all();

  /** An id that nothing has. */
  private static final long UNKNOWN = 999_999_999_999L;

  @Inject PolicyFixtures fixtures;

  private PolicyFixtures.House house;

  @BeforeEach
  void build() {
    house = fixtures.house();
  }

  @Test
  void everyOperationOfTheDocumentIsInTheTablesAndNoOther() {
    assertEquals(OPERATIONS.keySet(), TABLE.operations());
  }

  static Stream<ArticleRule> articleRules() {
    return TABLE.articleRules().stream();
  }

  @ParameterizedTest
  @MethodSource("articleRules")
  void articlesAnswerAsTheTableSays(ArticleRule rule) {
    List<Executable> cells = new ArrayList<>();
    for (String state : rule.states()) {
      for (boolean own : List.of(true, false)) {
        for (Somebody who : Somebody.values()) {
          cells.add(
              () -> {
                int expected = expected(rule, who, own);
                if (!(own && !who.isKnown())) {
                  check(rule.operation(), who, own, state, expected);
                }
              });
        }
      }
    }
    assertAll(cells);
  }

  static Stream<String> articleOperations() {
    return TABLE.articleRules().stream().map(ArticleRule::operation).distinct();
  }

  @ParameterizedTest
  @MethodSource("articleOperations")
  void unknownArticlesAnswerAsHiddenOnes(String operation) {
    Role least = TABLE.leastOfAll(operation);
    assertAll(
        Stream.of(Somebody.values())
            .map(
                who ->
                    () -> {
                      PolicyFixtures.Person person = fixtures.person(who, house);
                      Response answer =
                          send(operation, person, fixtures.article(operation, UNKNOWN, house));
                      int expected =
                          !who.isKnown()
                              ? 401
                              : who == Somebody.WITH_THE_FIRST_KEY || !who.hasAnywhere(least)
                                  ? 403
                                  : 404;
                      assertEquals(expected, answer.statusCode(), who + " " + answer.asString());
                    }));
  }

  static Stream<HouseRule> houseRules() {
    return TABLE.houseRules().stream();
  }

  @ParameterizedTest
  @MethodSource("houseRules")
  void everythingElseAnswersAsTheTableSays(HouseRule rule) {
    assertAll(
        Stream.of(Somebody.values())
            .map(
                who ->
                    () -> {
                      Prepared request = fixtures.prepare(rule.operation(), house);
                      PolicyFixtures.Person person = fixtures.person(who, house);
                      verify(rule.operation(), person, request, expected(rule, who), who.name());
                    }));
  }

  private void check(String operation, Somebody who, boolean own, String state, int expected) {
    PolicyFixtures.Person person = fixtures.person(who, house);
    long article = fixtures.store(state, own ? person.id() : house.writer(), house.here());
    int before = fixtures.revision(article);
    Prepared request = fixtures.article(operation, article, house);
    verify(
        operation,
        person,
        request,
        expected,
        who + ", " + (own ? "own " : "another's ") + state + " article");
    if (expected != 200) {
      assertEquals(
          before, fixtures.revision(article), operation + " was refused and did something");
    }
  }

  private void verify(
      String operation, PolicyFixtures.Person person, Prepared request, int expected, String what) {
    Response answer = send(operation, person, request);
    String cell = operation + " by " + what + ": " + answer.asString();
    int status = answer.statusCode();
    assertEquals(expected, status / 100 == 2 ? 200 : status, cell);
    boolean audited = expected == 200 && operation(operation).isAudited();
    assertEquals(audited, fixtures.audited(operation, person.id()) > 0, "audit: " + cell);
  }

  private static Response send(String operation, PolicyFixtures.Person person, Prepared request) {
    return operation(operation)
        .send(
            person.key(), request.variables(), request.query(), request.revision(), request.body());
  }

  private static NewsroomOperation operation(String id) {
    NewsroomOperation operation = OPERATIONS.get(id);
    if (operation == null) {
      throw new AssertionError(id + " is not in the API document");
    }
    return operation;
  }

  private static int expected(ArticleRule rule, Somebody who, boolean own) {
    if (!who.isKnown()) {
      return 401;
    }
    if (who == Somebody.WITH_THE_FIRST_KEY
        || !who.hasAnywhere(TABLE.leastOfAll(rule.operation()))) {
      return 403;
    }
    if (!own && !who.hasHere(Role.READER)) {
      return 404;
    }
    return rule.allows(who, own) ? 200 : 403;
  }

  private static int expected(HouseRule rule, Somebody who) {
    if (!who.isKnown()) {
      return 401;
    }
    if (who == Somebody.WITH_THE_FIRST_KEY) {
      return rule.firstKey() ? 200 : 403;
    }
    Role least = rule.least();
    boolean may =
        least == null
            || switch (rule.held()) {
              case NOT -> true;
              case IN_ANY_SECTION -> who.hasAnywhere(least);
              case IN_ITS_SECTION -> who.hasHere(least);
              case EVERYWHERE -> who.hasEverywhere(least);
            };
    return may ? 200 : 403;
  }
}
