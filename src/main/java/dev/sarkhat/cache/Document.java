package dev.sarkhat.cache;

/**
 * A finished answer in another form than JSON: a feed, a sitemap, a page. What a {@link Cached}
 * resource method returns, or holds in its response, goes to the client byte for byte.
 *
 * @param mediaType its {@code Content-Type}, with the charset where it is text
 * @param bytes its body; not to be changed by anyone
 */
@SuppressWarnings("ArrayRecordComponent") // two documents are never compared
public record Document(String mediaType, byte[] bytes) {}
