package dev.sarkhat.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The field that says what a change is a change of, however it is cut into lines. */
@QuarkusTest
class IfMatchTest extends HostileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If-Match: \"7\"\r\nIf-Match: \"0\"\r\n",
        "If-Match: \"0\"\r\nif-match: \"7\"\r\n",
        "If-Match: \"7\", \"8\"\r\nIf-Match: W/\"0\"\r\nIf-Match: \"0\"\r\n"
      })
  void severalLinesAreOneList(String fields) throws IOException {
    // What the body lacks is told where the field lets the change in.
    assertProblem(400, "invalid-body", put(fields));
  }

  @Test
  void noneOfSeveralLinesNeedMatch() throws IOException {
    assertProblem(412, "precondition-failed", put("If-Match: \"7\"\r\nIf-Match: \"8\"\r\n"));
  }

  @Test
  void aLineThatIsNoTagSpoilsAll() throws IOException {
    for (String second : List.of("0", "*", "\"0")) {
      assertProblem(400, "invalid-header", put("If-Match: \"0\"\r\nIf-Match: " + second + "\r\n"));
    }
  }

  private String put(String fields) throws IOException {
    String answer =
        send(
            "PUT",
            article,
            fields + "Content-Type: application/json\r\n",
            "{\"title\":\"a\",\"section\":\"no-such-section\"}".getBytes(UTF_8));
    assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    return answer;
  }
}
