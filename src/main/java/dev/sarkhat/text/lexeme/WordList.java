package dev.sarkhat.text.lexeme;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words written one after the other, since a list of them is data. */
final class WordList {

  private WordList() {}

  static Set<String> set(String words) {
    return Arrays.stream(words.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  static List<String> list(String words) {
    return List.of(words.strip().split("\\s+"));
  }
}
