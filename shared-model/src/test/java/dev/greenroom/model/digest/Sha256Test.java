package dev.greenroom.model.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.Example;

class Sha256Test {

    @Example
    void isThatOfThePartsAsOneText() {
        // The first example of FIPS 180-2, appendix B.
        byte[] abc = HexFormat.of().parseHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

        assertThat(Sha256.of("abc")).isEqualTo(abc);
        assertThat(Sha256.of("a", "", "bc")).isEqualTo(abc);
    }
}
