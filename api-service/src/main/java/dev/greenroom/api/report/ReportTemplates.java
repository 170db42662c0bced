package dev.greenroom.api.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The forms of a report that are made to be read. */
@CheckedTemplate(basePath = "report", requireTypeSafeExpressions = true)
final class ReportTemplates {

    private ReportTemplates() {}

    /** As Markdown. */
    static native TemplateInstance text(ReportView report);

    /** As a page. */
    static native TemplateInstance page(ReportPage page);

    /** As what a PDF is made of. */
    static native TemplateInstance document(ReportPage page);
}
