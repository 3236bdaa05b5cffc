package dev.sarkhat.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.sarkhat.ApiTest;
import dev.sarkhat.section.Section;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a request is told, with the culprit's name, as a problem. */
@QuarkusTest
class BadRequestTest extends ApiTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /v1/articles?limit=0                            | invalid-parameter  | limit
          /v1/articles?limit=-1                           | invalid-parameter  | limit
          /v1/articles?limit=101                          | invalid-parameter  | limit
          /v1/articles?limit=1000000000                   | invalid-parameter  | limit
          /v1/articles?limit=99999999999999999999         | invalid-parameter  | limit
          /v1/articles?limit=1.9                          | invalid-parameter  | limit
          /v1/articles?limit=abc                          | invalid-parameter  | limit
          /v1/articles?limit=                             | invalid-parameter  | limit
          /v1/articles?limit=%2B5                         | invalid-parameter  | limit
          /v1/articles?limit=%DB%B5                       | invalid-parameter  | limit
          /v1/articles?limit=1&limit=2                    | repeated-parameter | limit
          /v1/articles?limit=1&limit=1                    | repeated-parameter | limit
          /v1/articles?sort=title                         | invalid-parameter  | sort
          /v1/articles?sort=-publishedat                  | invalid-parameter  | sort
          /v1/articles?count=yes                          | invalid-parameter  | count
          /v1/articles?calendar=gregorian                 | invalid-parameter  | calendar
          /v1/articles?type=blog                          | invalid-parameter  | type
          /v1/articles?type=news,                         | invalid-parameter  | type
          /v1/articles?type=NEWS                          | invalid-parameter  | type
          /v1/articles?lang=persian!                      | invalid-parameter  | lang
          /v1/articles?ids=1,x                            | invalid-parameter  | ids
          /v1/articles?ids=-1                             | invalid-parameter  | ids
          /v1/articles?ids=0                              | invalid-parameter  | ids
          /v1/articles?ids=9999999999999999999            | invalid-parameter  | ids
          /v1/articles?from=yesterday                     | invalid-parameter  | from
          /v1/articles?from=2026-02-30T00:00:00Z          | invalid-parameter  | from
          /v1/articles?from=2026-11-20                    | invalid-parameter  | from
          /v1/articles?from=%2B999999-01-01T00:00:00Z     | invalid-parameter  | from
          /v1/articles?from=-0001-01-01T00:00:00Z         | invalid-parameter  | from
          /v1/articles?to=2026-11-20T00:00:00+03:30       | invalid-parameter  | to
          /v1/articles?from=2026-11-20T00:00:00Z&to=2026-11-20T00:00:00Z | invalid-parameter | to
          /v1/articles?section=no-such-section            | unknown-value      | section
          /v1/articles?section=                           | invalid-parameter  | section
          /v1/articles?excludeSection=no-such-section     | unknown-value      | excludeSection
          /v1/articles?tag=no-such-tag                    | unknown-value      | tag
          /v1/articles?excludeTag=no-such-tag             | unknown-value      | excludeTag
          /v1/articles?source=no-such-source              | unknown-value      | source
          /v1/articles?contributor=nobody                 | unknown-value      | contributor
          /v1/articles?tag=x'%20or%201=1--                | unknown-value      | tag
          /v1/articles?fields=id,password                 | unknown-field      | fields
          /v1/articles?fields=                            | invalid-parameter  | fields
          /v1/articles?fields=section.title               | unknown-field      | fields
          /v1/articles?page=2                             | unknown-parameter  | page
          /v1/articles?Limit=2                            | unknown-parameter  | Limit
          /v1/articles?include=related                    | unknown-parameter  | include
          /v1/articles?cursor=                            | invalid-parameter  | cursor
          /v1/articles?cursor                             | invalid-parameter  | cursor
          /v1/articles?cursor=AAAA                        | invalid-cursor     | cursor
          /v1/articles?cursor=%25%25                      | invalid-cursor     | cursor
          /v1/articles/1?body=pdf                         | invalid-parameter  | body
          /v1/articles/1?include=comments                 | unknown-field      | include
          /v1/articles/1?fields=nothing                   | unknown-field      | fields
          /v1/articles/1?limit=5                          | unknown-parameter  | limit
          /v1/articles/1/related?limit=0                  | invalid-parameter  | limit
          /v1/sections?include=everything                 | unknown-field      | include
          /v1/sections?limit=5                            | unknown-parameter  | limit
          /v1/sections/x?fields=x                         | unknown-field      | fields
          /v1/tags?type=animal                            | invalid-parameter  | type
          /v1/tags?limit=0                                | invalid-parameter  | limit
          /v1/tags?cursor=x                               | invalid-cursor     | cursor
          /v1/sources?fields=key                          | unknown-field      | fields
          /v1/contributors?include=x                      | unknown-field      | include
          /v1/resolve                                     | invalid-parameter  | path
          /v1/resolve?path=                               | invalid-parameter  | path
          /v1/resolve?path=news/1                         | invalid-parameter  | path
          /v1/resolve?path=/%2500                         | invalid-parameter  | path
          /v1/resolve?path=/a&path=/b                     | repeated-parameter | path
          """)
  void namesTheParameter(String address, String code, String parameter) {
    assertCulprit(address, code, parameter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/articles?section=%ff",
        "/v1/articles?section=%00",
        "/v1/articles?section=a%0Ab",
        "/v1/articles?section=%C0%80",
        "/v1/articles?section=%ED%A0%80",
        "/v1/articles?%ff=1",
        "/v1/articles/%ff",
        "/v1/articles/%00",
        "/v1/sections/%C0%80",
        "/v1/%ff",
        "/nowhere?x=%00"
      })
  void refusesAddressesThatCannotBeDecoded(String address) {
    assertProblem(get(address), 400, "malformed-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nowhere",
        "/v1",
        "/v2/articles",
        "/v1/articles/",
        "/v1/articles/abc",
        "/v1/articles/0",
        "/v1/articles/-1",
        "/v1/articles/1.5",
        "/v1/articles/01",
        "/v1/articles/99999999999999999999",
        "/v1/articles/987654321/comments",
        "/v1/articles/987654321/related",
        "/v1/sections/no-such-section",
        "/v1/sections/%27%20or%201=1--",
        "/v1/tags/no-such-tag",
        "/v1/sources/no-such-source",
        "/v1/contributors/nobody",
        "/v1/resolve?path=/nowhere",
        "/v1/resolve?path=/tags/no-such-tag",
        "/v1/resolve?path=/news/987654321/x"
      })
  void answersThatNothingIsThere(String address) {
    assertProblem(get(address), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void isReadOnly(String method) {
    assertProblem(
            given()
                .body("{}")
                .contentType("application/json")
                .request(method, "/v1/articles")
                .then(),
            405,
            "method-not-allowed")
        .header("Allow", containsString("GET"));
  }

  @Test
  void knowsJsonOnly() {
    assertProblem(
        given().accept("application/xml").get("/v1/articles").then(), 406, "not-acceptable");
    given().accept("text/html, */*;q=0.1").get("/v1/articles").then().statusCode(200);
  }

  @Test
  void refusesACursorOfAnotherList() {
    Section section = newsroom.section();
    newsroom.article(section).store();
    newsroom.article(section).store();
    String next = get("/v1/articles?limit=1&section=" + section.slug()).extract().path("page.next");
    String cursor = next.substring(next.indexOf("cursor="));
    assertCulprit("/v1/articles?limit=1&" + cursor, "invalid-cursor", "cursor");
    assertCulprit(
        "/v1/articles?sort=publishedAt&section=" + section.slug() + "&" + cursor,
        "invalid-cursor",
        "cursor");
    assertCulprit(next.substring(0, next.length() - 1) + "_", "invalid-cursor", "cursor");
    get("/v1/articles?limit=5&fields=id&section=" + section.slug() + "&" + cursor).statusCode(200);
  }

  @Test
  void repeatsTheTraceIdOfTheCaller() {
    given()
        .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
        .get("/v1/articles?limit=0")
        .then()
        .body("traceId", equalTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    given()
        .header("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-01")
        .get("/v1/articles?limit=0")
        .then()
        .body("traceId", not(equalTo("00000000000000000000000000000000")));
  }

  @Test
  void ignoresTrackersOnly() {
    get("/v1/articles?utm_source=x&utm_anything=y&fbclid=1&gclid=2").statusCode(200);
    assertCulprit("/v1/articles?ref=x", "unknown-parameter", "ref");
  }
}
