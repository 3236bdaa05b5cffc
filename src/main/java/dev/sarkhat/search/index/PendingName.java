package dev.sarkhat.search.index;

import dev.sarkhat.change.EntityKind;

/**
 * A name whose articles are being indexed anew, because they are found by it.
 *
 * @param kind what has the name
 * @param id its number
 * @param afterArticle the articles up to this number are done
 */
public record PendingName(EntityKind kind, long id, long afterArticle) {}
