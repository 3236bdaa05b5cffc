/**
 * An article's body: one model, a list of {@link dev.sarkhat.article.body.Block blocks}, and its
 * three renderings: clean HTML, plain text and typed JSON.
 *
 * <p>What enters is parsed as a browser would parse it and read into blocks by an allow list; the
 * clean HTML is then written anew from those blocks. Nothing of the input's markup is ever copied,
 * so what has no place in the model cannot reach a reader; what is written then passes jsoup's
 * sanitiser as a second gate. Only the clean HTML is stored: text and blocks are derived from it.
 */
@NullMarked
package dev.sarkhat.article.body;

import org.jspecify.annotations.NullMarked;
