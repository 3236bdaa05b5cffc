/**
 * Imports: files of lines become articles and what they name.
 *
 * <p>The decision embodied here: a line is known by the digest of its content. What was taken once
 * is never taken again, so a file can be sent twice, after a broken connection or by a nightly job,
 * and what editors changed meanwhile stays. The form of the lines is in {@code openapi/import.md}.
 */
@NullMarked
package dev.sarkhat.ingest;

import org.jspecify.annotations.NullMarked;
