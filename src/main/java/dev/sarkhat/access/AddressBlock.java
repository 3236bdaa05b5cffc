package dev.sarkhat.access;

import io.netty.util.NetUtil;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What one customer of a network has: an IPv4 address, or the 64 bits of an IPv6 network (RFC 6177
 * gives nobody less), whose addresses anybody can change as often as they like.
 *
 * @param bits the network; for IPv4 the address, marked by bits that no sender's network begins
 *     with
 */
record AddressBlock(long bits) {

  private static final long IPV4 = 0xFFFF_FFFFL << 32;

  /** All whose address is not known: they share a block. */
  private static final AddressBlock UNKNOWN = new AddressBlock(0);

  /**
   * The block of an address.
   *
   * @param address as numbers; null where the sender has none any more
   */
  static AddressBlock of(@Nullable String address) {
    byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
    if (bytes == null) {
      return UNKNOWN;
    }
    if (bytes.length == 4) {
      return ofIpv4(ByteBuffer.wrap(bytes).getInt());
    }
    ByteBuffer ipv6 = ByteBuffer.wrap(bytes);
    boolean mapped = ipv6.getLong(0) == 0 && ipv6.getInt(8) == 0x0000_FFFF;
    return mapped ? ofIpv4(ipv6.getInt(12)) : new AddressBlock(ipv6.getLong(0));
  }

  private static AddressBlock ofIpv4(int address) {
    return new AddressBlock(IPV4 | Integer.toUnsignedLong(address));
  }
}
