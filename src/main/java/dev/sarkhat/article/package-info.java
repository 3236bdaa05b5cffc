/**
 * Articles: the centre of the product.
 *
 * <p>The decisions embodied here: lists are projections that read one index in order and never load
 * a body; whether an article is public is one predicate, bound to the reader's instant, so that
 * publishing and expiry are exact without any job; and what an article shows is derived from one
 * stored, sanitised body.
 */
@NullMarked
package dev.sarkhat.article;

import org.jspecify.annotations.NullMarked;
