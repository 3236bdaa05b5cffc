package dev.sarkhat.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks whose key a text is. */
final class KeyRequest extends BaseAuthenticationRequest {

  private final String key;

  KeyRequest(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
