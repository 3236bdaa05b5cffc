package dev.sarkhat.text.lexeme;

import java.util.List;

/**
 * What a document must have for one word of a query: any of the lexemes.
 *
 * @param start where the word begins in the query, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param lexemes at least one, the most exact first
 * @param stopWord whether the word says too little to be asked for beside others
 */
public record Choice(int start, int end, List<String> lexemes, boolean stopWord) {

  public Choice {
    lexemes = List.copyOf(lexemes);
  }
}
