package dev.sarkhat.search.index;

/**
 * How many of the articles found have a value.
 *
 * @param value a number of an entity, a type, or a month
 * @param count how many, exactly
 */
public record FacetCount(String value, long count) {}
