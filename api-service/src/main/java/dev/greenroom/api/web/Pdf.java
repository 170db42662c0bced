package dev.greenroom.api.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Makes PDFs of pages that are well-formed XML: tagged for screen readers, with the letters that they use embedded. */
public final class Pdf {

    /** Latin, Greek, Cyrillic, Armenian, Georgian, Arabic and Hebrew letters, and the signs that pages of ours use. */
    private static final String FAMILY = "DejaVu Sans Condensed";

    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false); // it would tell of the candidates' words
        FontMappers.set(new OwnFonts());
    }

    private Pdf() {}

    /** The page as a PDF; it refers to nothing outside itself, and nothing is fetched. */
    public static byte[] of(String page) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useUriResolver((_, _) -> null);
        builder.useFont(() -> font(".ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("-Bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.withHtmlContent(page, null);
        builder.withProducer("Greenroom");
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    static InputStream font(String kind) {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream(FONTS + kind), kind);
    }
}
