package dev.sarkhat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** The JSON of every answer: absent values left out, instants in UTC with milliseconds. */
@Singleton
class JsonFormat implements ObjectMapperCustomizer {

  /** After the module for {@code java.time}, whose form of an instant is replaced. */
  @Override
  public int priority() {
    return MINIMUM_PRIORITY;
  }

  @Override
  public void customize(ObjectMapper mapper) {
    mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    mapper.registerModule(
        new SimpleModule("sarkhat").addSerializer(Instant.class, new InstantSerializer()));
  }

  /**
   * RFC 3339, always with three digits of a second, so that equal instants are equal texts. Digit
   * by digit: a page of twenty has forty instants, and a formatter takes microseconds for each.
   */
  private static final class InstantSerializer extends JsonSerializer<Instant> {

    private static final char[] FORM = "0000-00-00T00:00:00.000Z".toCharArray();

    private static final DateTimeFormatter ANY_YEAR =
        new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      LocalDateTime time =
          LocalDateTime.ofEpochSecond(value.getEpochSecond(), value.getNano(), ZoneOffset.UTC);
      if (time.getYear() < 0 || time.getYear() > 9999) {
        json.writeString(ANY_YEAR.format(value));
        return;
      }
      char[] text = FORM.clone();
      write(text, 3, time.getYear());
      write(text, 6, time.getMonthValue());
      write(text, 9, time.getDayOfMonth());
      write(text, 12, time.getHour());
      write(text, 15, time.getMinute());
      write(text, 18, time.getSecond());
      write(text, 22, time.getNano() / 1_000_000);
      json.writeString(text, 0, text.length);
    }

    /** Writes a number whose last digit is to stand in a place. */
    private static void write(char[] text, int last, int number) {
      int rest = number;
      for (int i = last; rest > 0; i--) {
        text[i] = (char) ('0' + rest % 10);
        rest /= 10;
      }
    }
  }
}
