package dev.sarkhat.paging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes cursors as opaque text and reads them back.
 *
 * <p>The text is URL-safe Base64 of: a version byte, eight bytes of the list's SHA-256, the keys
 * with their lengths, and sixteen bytes of HMAC-SHA-256 over all of it (RFC 2104, truncated as its
 * section 5 allows). The signature keeps a client from walking a list by made-up positions, which
 * would turn every column in the sort order into something that can be probed.
 */
public final class CursorCodec {

  private static final byte VERSION = 1;
  private static final int LIST_DIGEST_LENGTH = 8;
  private static final int SIGNATURE_LENGTH = 16;
  private static final int LONGEST_TEXT = 4_096;
  private static final String SIGNATURE_ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * A codec whose cursors are valid for every codec with the same key.
   *
   * @param key at least 32 random bytes, shared by all nodes
   */
  public CursorCodec(byte[] key) {
    if (key.length < 32) {
      throw new IllegalArgumentException("a cursor key has at least 32 bytes");
    }
    this.key = new SecretKeySpec(key, SIGNATURE_ALGORITHM);
  }

  /** Writes a cursor as text that needs no escaping in a URL. */
  public String encode(Cursor cursor) {
    List<byte[]> keys =
        cursor.keys().stream().map(value -> value.getBytes(StandardCharsets.UTF_8)).toList();
    int length = 1 + LIST_DIGEST_LENGTH;
    for (byte[] value : keys) {
      length += Short.BYTES + value.length;
    }
    ByteBuffer buffer = ByteBuffer.allocate(length + SIGNATURE_LENGTH);
    buffer.put(VERSION).put(digest(cursor.list()));
    for (byte[] value : keys) {
      buffer.putShort((short) value.length).put(value);
    }
    buffer.put(sign(Arrays.copyOf(buffer.array(), length)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(buffer.array());
  }

  /**
   * Reads the keys of a cursor that was made for the given list.
   *
   * @param text what {@link #encode} wrote
   * @param list the list that is to be continued
   * @throws CursorException if the text is not one of ours, or was made for another list
   */
  public List<String> decode(String text, String list) {
    byte[] bytes = bytes(text);
    int length = bytes.length - SIGNATURE_LENGTH;
    if (length < 1 + LIST_DIGEST_LENGTH || bytes[0] != VERSION) {
      throw damaged();
    }
    byte[] signed = Arrays.copyOf(bytes, length);
    byte[] signature = Arrays.copyOfRange(bytes, length, bytes.length);
    if (!MessageDigest.isEqual(sign(signed), signature)) {
      throw damaged();
    }
    byte[] madeFor = Arrays.copyOfRange(signed, 1, 1 + LIST_DIGEST_LENGTH);
    if (!MessageDigest.isEqual(digest(list), madeFor)) {
      throw new CursorException("The cursor was made for other filters or another sort order.");
    }
    return keys(ByteBuffer.wrap(signed).position(1 + LIST_DIGEST_LENGTH));
  }

  private static List<String> keys(ByteBuffer buffer) {
    List<String> keys = new ArrayList<>();
    while (buffer.hasRemaining()) {
      byte[] value = new byte[Short.toUnsignedInt(buffer.getShort())];
      buffer.get(value);
      keys.add(new String(value, StandardCharsets.UTF_8));
    }
    return keys;
  }

  private static byte[] bytes(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw damaged();
    }
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw damaged();
    }
    // The decoder ignores the last character's spare bits; one cursor has one spelling.
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
      throw damaged();
    }
    return bytes;
  }

  private static CursorException damaged() {
    return new CursorException("The cursor is damaged; use it exactly as `page.next` gave it.");
  }

  private static byte[] digest(String list) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Arrays.copyOf(
          digest.digest(list.getBytes(StandardCharsets.UTF_8)), LIST_DIGEST_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private byte[] sign(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(SIGNATURE_ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(bytes), SIGNATURE_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
