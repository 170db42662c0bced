package dev.greenroom.localstack;

import java.util.List;

/** A part that did not get ready; the message ends with the last lines that it wrote. */
public final class PartFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    PartFailed(String part, String trouble, List<String> lastLines) {
        super(part + " " + trouble + ". Its last lines:\n  " + String.join("\n  ", lastLines));
    }

    PartFailed(String part, String trouble, List<String> lastLines, Throwable cause) {
        this(part, trouble, lastLines);
        initCause(cause);
    }
}
