package dev.sarkhat.ingest;

import org.jspecify.annotations.Nullable;

/**
 * What the sender of a file says of it.
 *
 * @param key what they call the request, or null
 * @param fingerprint tells two requests with one key apart
 * @param packed whether the file is packed by gzip
 * @param spelling what is done with wrong spelling
 */
@SuppressWarnings("ArrayRecordComponent") // copied on its way in and out
record ImportRequest(
    @Nullable String key, byte[] fingerprint, boolean packed, SpellingMode spelling) {

  ImportRequest {
    fingerprint = fingerprint.clone();
  }

  @Override
  public byte[] fingerprint() {
    return fingerprint.clone();
  }
}
