package dev.greenroom.worker.assessment;

import dev.greenroom.worker.encoder.Encoded;
import dev.greenroom.worker.encoder.Encoder;
import dev.greenroom.worker.rubric.GradeModel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One assessor for all tests that ask for scores and for nothing else. It encodes each text of the bank once: for tests of
 * the whole bank that is most of the work. It is never closed; the tests' process ends with it.
 */
public final class OneForAll {

    private static final GradeModel MODEL = GradeModel.load();
    private static final Encoder ENCODER = Encoder.open(MODEL.commonPart());
    private static final Map<String, Encoded> KNOWN = new ConcurrentHashMap<>();
    private static final Assessor ASSESSOR = Assessor.over(ENCODER, OneForAll::known, MODEL);

    private OneForAll() {}

    public static Assessor assessor() {
        return ASSESSOR;
    }

    static Encoder encoder() {
        return ENCODER;
    }

    /** A text of the bank, encoded. */
    static Encoded known(String text) {
        return KNOWN.computeIfAbsent(text, ENCODER::encode);
    }
}
