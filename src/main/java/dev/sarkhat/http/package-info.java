/**
 * How the API speaks HTTP: problems, strict parameters, links between pages, chosen fields.
 *
 * <p>Two decisions are embodied here. Only this package knows status codes: a feature names a
 * {@link dev.sarkhat.http.ProblemType} and never a number. And nothing in a request is ignored:
 * whatever is unknown, repeated or malformed is refused with the name of the culprit, because a
 * silently dropped filter shows readers the wrong articles.
 */
@NullMarked
package dev.sarkhat.http;

import org.jspecify.annotations.NullMarked;
