package dev.sarkhat.article.editing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a preview link carries: one revision of one article, and until when. It is signed by
 * HMAC-SHA-256 (RFC 2104), so nobody makes or changes one, and nothing of it is stored.
 *
 * @param expiresAt in whole seconds
 */
record PreviewToken(long articleId, int revision, Instant expiresAt) {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PAYLOAD = Long.BYTES + Integer.BYTES + Long.BYTES;

  /** Half of the hash; 128 bits are not guessed. */
  private static final int SIGNATURE = 16;

  /** The token's text, for addresses. */
  String signed(byte[] key) {
    byte[] payload =
        ByteBuffer.allocate(PAYLOAD)
            .putLong(articleId)
            .putInt(revision)
            .putLong(expiresAt.getEpochSecond())
            .array();
    byte[] token = Arrays.copyOf(payload, PAYLOAD + SIGNATURE);
    System.arraycopy(signature(key, payload), 0, token, PAYLOAD, SIGNATURE);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The token that a text is; empty if nobody here has signed it. It may have expired. */
  static Optional<PreviewToken> verified(String text, byte[] key) {
    byte[] token;
    try {
      token = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
    if (token.length != PAYLOAD + SIGNATURE) {
      return Optional.empty();
    }
    byte[] payload = Arrays.copyOf(token, PAYLOAD);
    byte[] signature = Arrays.copyOfRange(token, PAYLOAD, token.length);
    if (!MessageDigest.isEqual(signature, signature(key, payload))) {
      return Optional.empty();
    }
    try {
      ByteBuffer read = ByteBuffer.wrap(payload);
      return Optional.of(
          new PreviewToken(read.getLong(), read.getInt(), Instant.ofEpochSecond(read.getLong())));
    } catch (BufferUnderflowException impossible) {
      throw new IllegalStateException("the length was checked", impossible);
    }
  }

  private static byte[] signature(byte[] key, byte[] payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return Arrays.copyOf(mac.doFinal(payload), SIGNATURE);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", missing);
    }
  }
}
