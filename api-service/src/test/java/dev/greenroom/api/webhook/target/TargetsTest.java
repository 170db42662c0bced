package dev.greenroom.api.webhook.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {

    private static final String PUBLIC = "93.184.215.14";

    private record Settings(Optional<List<String>> allow, boolean allowHttp) implements TargetSettings {}

    private static Targets targets(NameLookup lookup, String... allowed) {
        return new Targets(new Settings(Optional.of(List.of(allowed)), false), lookup);
    }

    private static Targets knowing(Map<String, List<String>> names, String... allowed) {
        return targets(
                host -> names.getOrDefault(host, List.of()).stream()
                        .map(InetAddress::ofLiteral)
                        .toList(),
                allowed);
    }

    private static Targets anyNameAt(String... addresses) {
        return targets(_ -> Stream.of(addresses).map(InetAddress::ofLiteral).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "169.254.170.2",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::a00:1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:0:7f00:1::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:a9fe:a9fe::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void refusesAddressesThatAreNotOnThePublicInternet(String address) {
        assertThat(anyNameAt(address).look("https://hooks.example.org/x")).isInstanceOf(Target.Closed.class);
    }

    /** As an AAAA record can bring it, which the JDK does not turn into the IPv4 address that it carries. */
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "93.184.215.14"})
    void refusesAnIpv4AddressInsideOfAnIpv6One(String inside) throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(InetAddress.ofLiteral(inside).getAddress(), 0, mapped, 12, 4);
        InetAddress address = Inet6Address.getByAddress("hooks.example.org", mapped, 0);
        assertThat(address.getAddress()).hasSize(16);

        assertThat(targets(_ -> List.of(address)).look("https://hooks.example.org"))
                .isInstanceOf(Target.Closed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700::1111",
                "2a00:1450:4001:80b::200e",
            })
    void takesAddressesOnThePublicInternet(String address) {
        assertThat(anyNameAt(address).look("https://hooks.example.org/x"))
                .isInstanceOfSatisfying(
                        Target.Open.class,
                        open -> assertThat(open.addresses()).containsExactly(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://010.8.8.8/",
                "https://8.8.8/",
                "https://134744072/",
                "https://[::1]/",
                "https://[::ffff:8.8.8.8]/",
                "https://[::ffff:808:808]/",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://hooks.example.org./",
                "https://user:secret@hooks.example.org/",
                "https://127.0.0.1@hooks.example.org/",
                "https://hooks.example.org/#fragment",
                "https://hooks.example.org:0/",
                "https://hooks.example.org:65536/",
                "https://hooks.example.org\\@127.0.0.1/",
                "https://hooks.example.org%00.evil.example/",
                "https://ⓗooks.example.org/",
                "https://１２７.0.0.1/",
                "https:///path",
                "https:hooks.example.org",
                "//hooks.example.org/",
                "hooks.example.org",
                "",
                " https://hooks.example.org/",
                "http://hooks.example.org/",
                "ftp://hooks.example.org/",
                "file:///etc/passwd",
                "gopher://hooks.example.org/",
                "jar:https://hooks.example.org/!/",
            })
    void refusesOddUrls(String url) {
        assertThat(anyNameAt(PUBLIC).look(url)).isInstanceOf(Target.Closed.class);
    }

    @Test
    void refusesAnEndlessUrl() {
        assertThat(anyNameAt(PUBLIC).look("https://hooks.example.org/" + "x".repeat(2_000)))
                .isInstanceOf(Target.Closed.class);
    }

    @Property(tries = 500)
    void hasAnAnswerToWhateverIsCalledAUrl(@ForAll String text) {
        assertThat(anyNameAt(PUBLIC).look("https://" + text)).isNotNull();
    }

    @Test
    void keepsOnlyThePublicAddressesOfAName() {
        Target target = anyNameAt("10.0.0.1", PUBLIC, "::1", "2606:4700::1111").look("https://hooks.example.org");

        assertThat(target)
                .isInstanceOfSatisfying(
                        Target.Open.class,
                        open -> assertThat(open.addresses())
                                .containsExactly(
                                        InetAddress.ofLiteral(PUBLIC), InetAddress.ofLiteral("2606:4700::1111")));
    }

    @Test
    void tellsAPrivateAddressFromNoneToNobody() {
        Targets targets = knowing(Map.of("db.internal", List.of("10.0.0.5")));

        assertThat(targets.look("https://db.internal/")).isEqualTo(targets.look("https://no-such-name.internal/"));
    }

    @Test
    void asksForANameOnce() {
        int[] asked = {0};
        Targets targets = targets(_ -> {
            asked[0]++;
            return List.of(InetAddress.ofLiteral(PUBLIC));
        });

        Target target = targets.look("https://rebinding.example.org/");

        assertThat(target)
                .isInstanceOfSatisfying(
                        Target.Open.class, open -> assertThat(open.address(1)).isEqualTo(open.address(2)));
        assertThat(asked[0]).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} opens {1} at {2}: {3}")
    @CsvSource({
        "10.20.0.0/16,          hooks.example.org, 10.20.255.1, true",
        "10.20.0.0/16,          hooks.example.org, 10.21.0.1,   false",
        "10.20.0.7,             hooks.example.org, 10.20.0.7,   true",
        "10.20.0.7,             hooks.example.org, 10.20.0.8,   false",
        "fd00:1::/32,           hooks.example.org, fd00:1:2::3, true",
        "fd00:1::/32,           hooks.example.org, fd00:2::3,   false",
        "Hooks.Example.org,     hooks.example.org, 10.20.0.7,   true",
        "hooks.example.org,     other.example.org, 10.20.0.7,   false",
        "example.org,           hooks.example.org, 10.20.0.7,   false",
        "0.0.0.0/0,             hooks.example.org, fd00::1,     false",
    })
    void opensWhatTheOperatorAllows(String allowed, String host, String address, boolean open) {
        Targets targets = knowing(Map.of(host, List.of(address)), allowed);

        assertThat(targets.look("https://" + host + "/") instanceof Target.Open).isEqualTo(open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.0.0.0/x", "10.0.0.256/8", "*", "*.example.org", "https://example.org", ""})
    void refusesToStartOnAnAllowListThatIsNone(String entry) {
        assertThatThrownBy(() -> anyNameAllowing(entry)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Targets anyNameAllowing(String entry) {
        return targets(_ -> List.of(), entry);
    }

    @Test
    void takesPlainHttpWhereTheOperatorAllowsIt() {
        Targets targets =
                new Targets(new Settings(Optional.empty(), true), _ -> List.of(InetAddress.ofLiteral(PUBLIC)));

        assertThat(targets.look("http://hooks.example.org:8080/a?b=c"))
                .isInstanceOfSatisfying(Target.Open.class, open -> {
                    assertThat(open.port()).isEqualTo(8080);
                    assertThat(open.resource()).isEqualTo("/a?b=c");
                    assertThat(open.isSecure()).isFalse();
                });
        assertThat(targets.look("ftp://hooks.example.org/")).isInstanceOf(Target.Closed.class);
    }
}
