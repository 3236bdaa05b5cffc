/**
 * The response cache: finished answers, kept as bytes and served on the event loop before anything
 * else looks at the request.
 *
 * <p>The decision embodied here: nothing is ever searched for and deleted. An answer knows what it
 * depends on, and it is judged each time before it is served: whether any of that has changed since
 * before its first SQL statement, and whether the instant has come at which time alone changes it.
 * So a read that begins after a write's response never sees what was before it. What an answer
 * depends on is collected where entities become JSON, see {@link dev.sarkhat.cache.Rendering}; the
 * changes come from the change log, so no write path can forget to tell.
 */
@NullMarked
package dev.sarkhat.cache;

import org.jspecify.annotations.NullMarked;
