package dev.sarkhat.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

/** A key is read as it was written, and as nothing else. */
class AccessKeyTest {

  private static final int LENGTH = 4 + 8 + 1 + 43 + 6;

  @Property(tries = 200)
  void whatIsWrittenIsRead(@ForAll("keys") AccessKey key) {
    AccessKey read = AccessKey.parse(key.text()).orElseThrow();

    assertEquals(LENGTH, key.text().length());
    assertEquals(key.id(), read.id());
    assertEquals(key.text(), read.text());
    assertArrayEquals(key.hash(), read.hash());
  }

  @Property(tries = 500)
  void aMistypedCharacterIsNoticed(
      @ForAll("keys") AccessKey key,
      @ForAll @IntRange(min = 0, max = LENGTH - 1) int place,
      @ForAll @CharRange(from = '0', to = 'z') char typed) {
    String text = key.text();
    Assume.that(text.charAt(place) != typed);

    String mistyped = text.substring(0, place) + typed + text.substring(place + 1);

    assertTrue(AccessKey.parse(mistyped).isEmpty());
  }

  @Property(tries = 200)
  void whatIsCutOrLengthenedIsNoKey(
      @ForAll("keys") AccessKey key, @ForAll @IntRange(min = 0, max = LENGTH - 1) int length) {
    assertTrue(AccessKey.parse(key.text().substring(0, length)).isEmpty());
    assertTrue(AccessKey.parse(key.text() + "0").isEmpty());
    assertTrue(AccessKey.parse(key.text() + "\n").isEmpty());
  }

  @Property
  void anyTextCanBeAsked(@ForAll String text) {
    assertTrue(AccessKey.parse(text).isEmpty());
    assertTrue(AccessKey.parse(AccessKey.PREFIX + text).isEmpty());
  }

  @Property(tries = 100)
  void itsNameTellsNothingOfTheSecret(@ForAll("keys") AccessKey key) {
    assertFalse(key.toString().contains(key.text().substring(13)));
    assertEquals("srk_" + key.id() + "_…", key.toString());
  }

  @Provide
  Arbitrary<AccessKey> keys() {
    SecureRandom random = new SecureRandom();
    return Arbitraries.create(() -> AccessKey.generate(random));
  }

  /** Another key that bears the id, well formed. */
  static String withOtherSecret(String id) {
    String alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    String secret = "0".repeat(43);
    CRC32 crc = new CRC32();
    crc.update((id + secret).getBytes(StandardCharsets.US_ASCII));
    StringBuilder checksum = new StringBuilder();
    for (long rest = crc.getValue(); checksum.length() < 6; rest /= 62) {
      checksum.insert(0, alphabet.charAt((int) (rest % 62)));
    }
    return "srk_" + id + "_" + secret + checksum;
  }
}
