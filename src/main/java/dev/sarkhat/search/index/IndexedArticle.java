package dev.sarkhat.search.index;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article as an index holds it.
 *
 * @param id its number
 * @param type its type, as the API writes it
 * @param lang its language, a BCP 47 tag
 * @param publishedAt when it becomes public, in the future for a scheduled one
 * @param expireAt when it ceases to be; null for never
 * @param sections its section and those above it
 * @param tags the tags it is about
 * @param sources its source and the source's source
 * @param contributors its contributors
 * @param words its text, analysed
 * @param digest tells apart what the article says; see {@link ArticleTexts#digest}
 */
public record IndexedArticle(
    long id,
    String type,
    String lang,
    Instant publishedAt,
    @Nullable Instant expireAt,
    Set<Long> sections,
    Set<Long> tags,
    Set<Long> sources,
    Set<Long> contributors,
    ArticleWords words,
    long digest) {}
