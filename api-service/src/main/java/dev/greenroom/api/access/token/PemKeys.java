package dev.greenroom.api.access.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.keys.EllipticCurves;

/** Reads the keys of operators who keep them themselves. */
final class PemKeys {

    private PemKeys() {}

    /** The pair in a file that holds a private key (PKCS 8) and its public key, as OpenSSL writes them. */
    static SigningKey read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("A file of greenroom.token.signing-keys can't be read", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + " of greenroom.token.signing-keys has to hold a PRIVATE KEY and its PUBLIC KEY, of P-256",
                    e);
        }
    }

    private static SigningKey parse(String pem) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("EC");
        ECPrivateKey secret =
                (ECPrivateKey) factory.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY")));
        ECPublicKey open = (ECPublicKey) factory.generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY")));
        if (!open.getParams().getCurve().equals(EllipticCurves.P256.getCurve()) || !belong(secret, open)) {
            throw new GeneralSecurityException("the keys are no pair of P-256");
        }
        EllipticCurveJsonWebKey pair = new EllipticCurveJsonWebKey(open);
        pair.setPrivateKey(secret);
        return SigningKey.of(pair, Instant.MIN);
    }

    private static byte[] block(String pem, String label) {
        Matcher block = Pattern.compile("-----BEGIN " + label + "-----([^-]*)-----END " + label + "-----")
                .matcher(pem);
        if (!block.find()) {
            throw new IllegalArgumentException("there is no " + label);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }

    private static boolean belong(ECPrivateKey secret, ECPublicKey open) throws GeneralSecurityException {
        byte[] probe = {1, 2, 3};
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(secret);
        signer.update(probe);
        byte[] signature = signer.sign();
        signer.initVerify(open);
        signer.update(probe);
        return signer.verify(signature);
    }
}
