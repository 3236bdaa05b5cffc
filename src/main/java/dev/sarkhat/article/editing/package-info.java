/**
 * The newsroom's side of articles: writing, deciding what is public, the history, previews.
 *
 * <p>The decisions embodied here: a change says what it is a change of, and is refused if that is
 * not what is there; an article is locked for the time of its change, so two editors follow one
 * another and neither is lost; every save is a revision with all that it says, who saved it and
 * why; and an article that is made public says so by its dates, which the reader's question reads.
 */
@NullMarked
package dev.sarkhat.article.editing;

import org.jspecify.annotations.NullMarked;
