package dev.greenroom.api.webhook.target;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses of the public internet: what remains after the IANA registries of special-purpose addresses (RFC 6890)
 * for IPv4, and for IPv6 what IANA has given out as global unicast, without its special blocks. Whatever carries an IPv4
 * address inside (mapped, compatible, NAT64, 6to4, Teredo) is none of them.
 */
final class PublicAddresses {

    private static final List<AddressBlock> SPECIAL = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // carrier-grade NAT; a metadata service of Alibaba's
            "127.0.0.0/8", // loopback
            "168.63.129.16/32", // Azure's host, which looks like a public address
            "169.254.0.0/16", // link-local; the metadata services of most clouds
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments; a metadata service of Oracle's
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16", // private
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved; broadcast
            "2001::/23", // protocol assignments; Teredo
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    private static final AddressBlock GLOBAL_UNICAST = AddressBlock.parse("2000::/3");

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        return (address instanceof Inet4Address || GLOBAL_UNICAST.contains(address))
                && SPECIAL.stream().noneMatch(block -> block.contains(address));
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Stream.of(texts).map(AddressBlock::parse).toList();
    }
}
