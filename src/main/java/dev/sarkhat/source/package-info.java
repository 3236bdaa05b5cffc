/**
 * Sources: the agencies and outlets that articles are taken from.
 *
 * <p>The decision embodied here: a source is known by its match key, and an article may name two of
 * them, its source and the source's source.
 */
@NullMarked
package dev.sarkhat.source;

import org.jspecify.annotations.NullMarked;
