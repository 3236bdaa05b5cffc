package dev.sarkhat.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonFormatTest {

  private static final DateTimeFormatter MILLISECONDS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

  private final ObjectMapper json = new ObjectMapper();

  JsonFormatTest() {
    new JsonFormat().customize(json);
  }

  @Property
  void instantsHaveThreeDigitsOfASecond(@ForAll Instant instant) throws JsonProcessingException {
    assertEquals("\"" + MILLISECONDS.format(instant) + "\"", json.writeValueAsString(instant));
  }

  @Example
  void everyYearCanBeWritten() throws JsonProcessingException {
    for (String instant :
        new String[] {
          "-0001-12-31T23:59:59.999Z",
          "0000-01-01T00:00:00.000Z",
          "0987-06-05T04:03:02.001Z",
          "1969-12-31T23:59:59.999Z",
          "2015-11-25T15:00:00.000Z",
          "9999-12-31T23:59:59.999Z",
          "+10000-01-01T00:00:00.000Z"
        }) {
      assertEquals("\"" + instant + "\"", json.writeValueAsString(Instant.parse(instant)));
    }
  }
}
