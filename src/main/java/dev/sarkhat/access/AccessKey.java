package dev.sarkhat.access;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its holder keeps it: {@code srk_<id>_<secret><checksum>}. The prefix lets scanners of
 * published code recognise it; the id names it without telling it; the secret has 256 random bits;
 * the checksum tells a mistyped key from a wrong one without asking the database.
 */
final class AccessKey {

  /** What every key begins with. */
  static final String PREFIX = "srk_";

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 8;

  /** The digits to base 62 that 256 bits take. */
  private static final int SECRET_LENGTH = 43;

  /** The digits to base 62 that 32 bits take. */
  private static final int CHECKSUM_LENGTH = 6;

  private static final Pattern FORM =
      Pattern.compile(
          PREFIX
              + "([0-9A-Za-z]{"
              + ID_LENGTH
              + "})_([0-9A-Za-z]{"
              + SECRET_LENGTH
              + "})([0-9A-Za-z]{"
              + CHECKSUM_LENGTH
              + "})");

  private final String id;
  private final String secret;

  private AccessKey(String id, String secret) {
    this.id = id;
    this.secret = secret;
  }

  /** A new key. */
  static AccessKey generate(SecureRandom random) {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return new AccessKey(id.toString(), digits(new BigInteger(256, random), SECRET_LENGTH));
  }

  /** The key that a text is; empty if it is none, or mistyped. */
  static Optional<AccessKey> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    AccessKey key = new AccessKey(form.group(1), form.group(2));
    return key.checksum().equals(form.group(3)) ? Optional.of(key) : Optional.empty();
  }

  /** Names the key, and tells nothing of its secret. */
  String id() {
    return id;
  }

  /** The SHA-256 of the whole key, which is all that is stored of it. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(text().getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256", missing);
    }
  }

  /** The key as its holder sends it. It is told once and kept nowhere. */
  String text() {
    return PREFIX + id + "_" + secret + checksum();
  }

  /** Without the secret, for logs. */
  @Override
  public String toString() {
    return PREFIX + id + "_…";
  }

  private String checksum() {
    CRC32 crc = new CRC32();
    crc.update((id + secret).getBytes(StandardCharsets.US_ASCII));
    return digits(BigInteger.valueOf(crc.getValue()), CHECKSUM_LENGTH);
  }

  private static String digits(BigInteger number, int length) {
    BigInteger base = BigInteger.valueOf(DIGITS.length());
    StringBuilder digits = new StringBuilder();
    BigInteger rest = number;
    for (int i = 0; i < length; i++) {
      BigInteger[] division = rest.divideAndRemainder(base);
      digits.append(DIGITS.charAt(division[1].intValue()));
      rest = division[0];
    }
    return digits.reverse().toString();
  }
}
