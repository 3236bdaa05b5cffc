/**
 * The Persian analysis for search: text becomes lexemes, which an index stores as plain strings.
 *
 * <p>Everything is a pure function of its input. An engine holds what {@link
 * dev.sarkhat.text.lexeme.DocumentLexemes} gives it with an analyzer that splits at white space,
 * and is asked for what {@link dev.sarkhat.text.lexeme.QueryLexemes} gives.
 *
 * <p>The decision embodied here: the analysis is not an engine's. No stock analyzer brings a lost
 * half-space together with a kept one (گزینه‌های, گزینههای, گزینه های), and when words are made
 * outside, every engine finds the same articles and highlights them alike.
 */
@NullMarked
package dev.sarkhat.text.lexeme;

import org.jspecify.annotations.NullMarked;
