package dev.sarkhat.search.index;

import java.time.Instant;

/**
 * A place in the order of what is found: right after an article.
 *
 * @param score how well it fits; 0 where the order does not depend on it
 * @param publishedAt when it was published
 * @param id its number
 * @param snapshot which state of the index gave the score; an engine that has it no longer goes on
 *     with its present one
 */
public record SearchPlace(float score, Instant publishedAt, long id, String snapshot) {}
