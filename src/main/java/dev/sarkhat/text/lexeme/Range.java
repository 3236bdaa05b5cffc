package dev.sarkhat.text.lexeme;

/**
 * A stretch of a text.
 *
 * @param start where it begins, in UTF-16 code units
 * @param end where it ends, exclusive
 */
public record Range(int start, int end) {}
