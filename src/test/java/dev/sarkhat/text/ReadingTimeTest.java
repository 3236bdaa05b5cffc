package dev.sarkhat.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ReadingTimeTest {

  @Test
  void minutesAreRoundedUp() {
    assertEquals(1, ReadingTime.minutes("خبر"));
    assertEquals(1, ReadingTime.minutes("خبر ".repeat(200)));
    assertEquals(2, ReadingTime.minutes("خبر ".repeat(201)));
    assertEquals(3, ReadingTime.minutes("خبر\n\n\u00A0".repeat(600)));
  }

  @Test
  void halfSpacesDoNotPartWords() {
    assertEquals(1, ReadingTime.minutes("می\u200Cرود ".repeat(200)));
  }

  @Test
  void nothingToReadTakesNoTime() {
    assertEquals(0, ReadingTime.minutes(""));
    assertEquals(0, ReadingTime.minutes(" \u00A0\n"));
  }

  @Test
  void textWithoutSpacesIsCountedByItsCharacters() {
    assertEquals(1, ReadingTime.minutes("新".repeat(400)));
    assertEquals(2, ReadingTime.minutes("新".repeat(401)));
    assertEquals(1, ReadingTime.minutes("か".repeat(800)));
    assertEquals(2, ReadingTime.minutes("か".repeat(801)));
    assertEquals(1, ReadingTime.minutes("新聞。".repeat(200)));
  }
}
