package dev.greenroom.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @ParameterizedTest(name = "{0} and {1} count as one: {2}")
    @CsvSource({
        "192.0.2.1,       192.0.2.1,       true",
        "192.0.2.1,       192.0.2.2,       false",
        "2001:db8:1:2::1, 2001:db8:1:2::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:192.0.2.1, 192.0.2.1,      true",
    })
    void takesANetworkOfVersionSixForOneClient(String one, String other, boolean same) {
        String network = ClientAddress.network(InetAddress.ofLiteral(one));

        assertThat(network.equals(ClientAddress.network(InetAddress.ofLiteral(other))))
                .isEqualTo(same);
    }

    @ParameterizedTest(name = "{0}")
    @NullSource
    @ValueSource(strings = {"unresolved.example", "' or 1=1", ""})
    void takesAllWithoutAnAddressForOneClient(@Nullable String none) {
        assertThat(ClientAddress.network(none)).isEqualTo("unknown");
    }
}
