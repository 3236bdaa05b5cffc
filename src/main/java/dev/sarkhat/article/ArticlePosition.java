package dev.sarkhat.article;

import java.time.Instant;

/**
 * Where in a list an article stands.
 *
 * @param at the instant that the list is sorted by
 * @param id the article's number, which orders equal instants
 */
record ArticlePosition(Instant at, long id) {}
