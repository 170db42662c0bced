package dev.greenroom.api.webhook.target;

import java.math.BigInteger;
import java.net.InetAddress;

/** A block of addresses, as CIDR notation writes it (RFC 4632, section 3.1; RFC 4291, section 2.3). */
record AddressBlock(InetAddress network, int prefixLength) {

    AddressBlock {
        if (prefixLength < 0 || prefixLength > bits(network)) {
            throw new IllegalArgumentException("No address has a prefix of " + prefixLength + " bits");
        }
    }

    /** Reads {@code 10.0.0.0/8} or a single address; never asks a name server. */
    static AddressBlock parse(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress network = InetAddress.ofLiteral(parts[0]);
        return new AddressBlock(network, parts.length == 2 ? Integer.parseInt(parts[1]) : bits(network));
    }

    boolean contains(InetAddress address) {
        return bits(address) == bits(network) && prefix(address).equals(prefix(network));
    }

    private BigInteger prefix(InetAddress address) {
        return new BigInteger(1, address.getAddress()).shiftRight(bits(address) - prefixLength);
    }

    private static int bits(InetAddress address) {
        return address.getAddress().length * Byte.SIZE;
    }
}
